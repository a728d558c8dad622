using Markdig.Syntax;

namespace SiliconFlow.HelpBuilder.Pages;

/// <summary>A heading and what stands below it.</summary>
internal sealed record Section(PageFile File, HeadingBlock Heading, IReadOnlyList<Block> Blocks)
{
    public string Title => File.PlainText(Heading);

    /// <summary>Parts a page at its headings of the second level. Nothing may stand before the first.</summary>
    public static IReadOnlyList<Section> Of(PageFile file) => Part(file, file.Blocks, level: 2);

    /// <summary>Parts this section at its headings of the third level. Nothing may stand before the first.</summary>
    public IReadOnlyList<Section> Parts() => Part(File, Blocks, level: 3);

    /// <summary>The error that something is not right in this section.</summary>
    public PageException Error(string message) => File.Error(Heading, message);

    private static List<Section> Part(PageFile file, IReadOnlyList<Block> blocks, int level)
    {
        var sections = new List<Section>();
        for (var i = 0; i < blocks.Count;)
        {
            if (blocks[i] is not HeadingBlock heading || heading.Level != level)
            {
                throw file.Error(blocks[i], $"Here a heading {new string('#', level)} must stand.");
            }

            var content = blocks.Skip(i + 1).TakeWhile(block => block is not HeadingBlock next || next.Level > level).ToArray();
            sections.Add(new Section(file, heading, content));
            i += 1 + content.Length;
        }

        return sections;
    }
}
