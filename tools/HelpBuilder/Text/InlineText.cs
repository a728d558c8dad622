using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using SiliconFlow.HelpBuilder.Pages;

namespace SiliconFlow.HelpBuilder.Text;

/// <summary>What stands within a paragraph, as plain text: without the marks of emphasis and code, and links with their addresses.</summary>
internal static class InlineText
{
    public static string Of(PageFile file, LeafBlock block) => Of(file, block, block.Inline!);

    public static string Of(PageFile file, Block block, ContainerInline inlines)
    {
        var text = new StringBuilder();
        foreach (var inline in inlines)
        {
            text.Append(Of(file, block, inline));
        }

        return JoinLines(text.ToString().Trim());
    }

    private static string Of(PageFile file, Block block, Inline inline) => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        LineBreakInline => "\n",
        CodeInline code => code.Content,
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        AutolinkInline link => link.Url,
        LinkInline { IsImage: false } link => WithAddress(Of(file, block, (ContainerInline)link), link.Url),
        EmphasisInline emphasis => Of(file, block, (ContainerInline)emphasis),
        _ => throw file.Error(block, $"Help is plain text: {inline.GetType().Name} has no place in it."),
    };

    private static string WithAddress(string text, string? url) =>
        url is not null && url.StartsWith("http", StringComparison.Ordinal) && url != text ? $"{text} ({url})" : text;

    /// <summary>Makes one line of many: with a blank between, but not between two characters of a script that has none.</summary>
    private static string JoinLines(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.TrimEntries);
        var joined = new StringBuilder(lines[0]);
        foreach (var line in lines.Skip(1))
        {
            var isDense = joined.Length > 0 && line.Length > 0 && TextWidth.IsWide(joined[^1]) && TextWidth.IsWide(line[0]);
            joined.Append(isDense ? "" : " ").Append(line);
        }

        return joined.ToString();
    }
}
