using System.Text;
using SiliconFlow.HelpBuilder.Pages;
using SiliconFlow.HelpBuilder.Text;

namespace SiliconFlow.HelpBuilder.Output;

/// <summary>Writes an about topic as the plain text that Get-Help shows as it is.</summary>
internal static class AboutText
{
    private const int Width = 80;
    private const int Indent = 4;

    public static string Write(AboutPage page)
    {
        var text = new StringBuilder();
        text.Append("TOPIC\n").Append(' ', Indent).Append(page.Name).Append("\n\nSHORT DESCRIPTION\n");
        Append(text, new TextBlock([new TextLine(page.ShortDescription)]));
        foreach (var section in page.Sections)
        {
            text.Append('\n').Append(' ', section.Level == 2 ? 0 : Indent / 2).Append(section.Title).Append('\n');
            for (var i = 0; i < section.Text.Count; i++)
            {
                text.Append(i > 0 ? "\n" : "");
                Append(text, section.Text[i]);
            }
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, TextBlock block)
    {
        foreach (var line in block.Lines.SelectMany(line => TextWrapper.Wrap(line with { Indent = line.Indent + Indent }, Width)))
        {
            text.Append(line).Append('\n');
        }
    }
}
