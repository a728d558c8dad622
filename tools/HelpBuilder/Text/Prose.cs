using Markdig.Extensions.Tables;
using Markdig.Syntax;
using SiliconFlow.HelpBuilder.Pages;

namespace SiliconFlow.HelpBuilder.Text;

/// <summary>Turns paragraphs, lists, tables and code of a page into plain text.</summary>
internal static class Prose
{
    private const int CodeIndent = 4;

    public static IReadOnlyList<TextBlock> Read(PageFile file, IEnumerable<Block> blocks) => [.. blocks.Select(block => Read(file, block))];

    private static TextBlock Read(PageFile file, Block block) => block switch
    {
        ParagraphBlock paragraph => new TextBlock([new TextLine(InlineText.Of(file, paragraph))]),
        ListBlock list => new TextBlock([.. ReadList(file, list, indent: 0)]),
        Table table => TableText.Read(file, table),
        FencedCodeBlock code => new TextBlock([.. code.Lines.ToString().Split('\n').Select(line => new TextLine(line, CodeIndent, IsVerbatim: true))]),
        _ => throw file.Error(block, $"Help is paragraphs, lists, tables and fenced code: {block.GetType().Name} has no place here."),
    };

    private static IEnumerable<TextLine> ReadList(PageFile file, ListBlock list, int indent)
    {
        foreach (var item in list.Cast<ListItemBlock>())
        {
            var mark = list.IsOrdered ? $"{item.Order}. " : "- ";
            var nested = item.Skip(1).OfType<ListBlock>().ToArray();
            if (item is not [ParagraphBlock text, ..] || nested.Length != item.Count - 1)
            {
                throw file.Error(item, "An item of a list is one paragraph, and perhaps a list within it.");
            }

            yield return new TextLine(InlineText.Of(file, text), indent, mark);
            foreach (var line in nested.SelectMany(inner => ReadList(file, inner, indent + mark.Length)))
            {
                yield return line;
            }
        }
    }
}
