using System.Text.RegularExpressions;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Docs;

/// <summary>README.md, taken apart.</summary>
internal static partial class Readme
{
    private static readonly string Text = File.ReadAllText(Path.Combine(Repository.Root, "README.md")).ReplaceLineEndings("\n");

    /// <summary>What stands in fences of the language powershell.</summary>
    public static IReadOnlyList<string> Scripts { get; } = [.. Fence().Matches(Text).Select(match => match.Groups[1].Value)];

    /// <summary>The cells of a table's rows.</summary>
    /// <param name="firstHeader">The table's first header.</param>
    public static IReadOnlyList<string[]> Table(string firstHeader) =>
    [
        .. Text.Split('\n')
            .SkipWhile(line => !line.StartsWith($"| {firstHeader} |", StringComparison.Ordinal))
            .Skip(2)
            .TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim(' ', '`')).ToArray()),
    ];

    [GeneratedRegex("^```powershell\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
