using Markdig.Syntax;
using SiliconFlow.HelpBuilder.Text;

namespace SiliconFlow.HelpBuilder.Pages;

/// <summary>Reads the section of an example: text, one fenced block of PowerShell, and perhaps one of what it writes.</summary>
internal static class ExampleReader
{
    public static Example Read(Section section)
    {
        var fences = section.Blocks.OfType<FencedCodeBlock>().ToArray();
        if (fences is not [{ Info: "powershell" }] and not [{ Info: "powershell" }, { Info: "Output" }])
        {
            throw section.Error("An example has one fenced block ```powershell, and after it at most one ```Output.");
        }

        var remarks = section.Blocks.Except(fences).ToArray();
        return remarks.Length > 0
            ? new Example(section.Title, fences[0].Lines.ToString(), fences.Length > 1 ? fences[1].Lines.ToString() : "", Prose.Read(section.File, remarks))
            : throw section.Error("An example has text that says what it does.");
    }
}
