using System.Text.RegularExpressions;

namespace SiliconFlow.Video.Tests.Help;

/// <summary>Compares Markdown with what is on the screen, where it is wrapped and set in.</summary>
internal static partial class HelpText
{
    /// <summary>What makes a script speak a language: PowerShell 7 sets it for its threads as it starts, and does not ask the host.</summary>
    public static string For(string language) => $"[cultureinfo]::CurrentUICulture = '{language}';";

    /// <summary>Fails unless each line of a text is on the screen; of a table each cell.</summary>
    public static void AssertShown(string text, string screen)
    {
        var squeezed = Squeeze(screen);
        foreach (var piece in text.Split('\n').SelectMany(Pieces).Select(Squeeze))
        {
            Assert.Contains(piece, squeezed, StringComparison.Ordinal);
        }
    }

    private static IEnumerable<string> Pieces(string line) => line.StartsWith('|')
        ? line.Trim('|').Split('|').Where(cell => !cell.StartsWith("---", StringComparison.Ordinal))
        : [ListMark().Replace(line, "")];

    /// <summary>The text without blanks and without the marks of code, emphasis and links.</summary>
    private static string Squeeze(string text) => Blank().Replace(Link().Replace(text, "$1").Replace("`", "").Replace("**", ""), "");

    [GeneratedRegex(@"^\s*(- |\d+\. )")]
    private static partial Regex ListMark();

    [GeneratedRegex(@"\[([^\]]+)\]\([^)]*\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();
}
