using Markdig.Syntax;
using SiliconFlow.HelpBuilder.Text;

namespace SiliconFlow.HelpBuilder.Pages;

/// <summary>Reads the page of an about topic. The headings of the second level are English in every language, those of the third are free.</summary>
internal static class AboutPageReader
{
    private const string Short = "SHORT DESCRIPTION";
    private const string Long = "LONG DESCRIPTION";

    public static AboutPage Read(PageFile file)
    {
        var sections = Section.Of(file);
        if (sections is not [{ Title: Short } brief, { Title: Long }, ..])
        {
            throw file.Error(file.Title, $"An about topic begins with the sections '## {Short}' and '## {Long}'.");
        }

        return Prose.Read(file, brief.Blocks) is [var text]
            ? new AboutPage(file.Name, text.ToString(), [.. sections.Skip(1).SelectMany(Parts)])
            : throw brief.Error("The short description is one paragraph.");
    }

    private static IEnumerable<AboutSection> Parts(Section section)
    {
        var beforeParts = section.Blocks.TakeWhile(block => block is not HeadingBlock).ToArray();
        yield return new AboutSection(section.Title, 2, Prose.Read(section.File, beforeParts));
        foreach (var part in (section with { Blocks = [.. section.Blocks.Skip(beforeParts.Length)] }).Parts())
        {
            yield return new AboutSection(part.Title, 3, Prose.Read(part.File, part.Blocks));
        }
    }
}
