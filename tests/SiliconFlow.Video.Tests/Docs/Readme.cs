using System.Text.RegularExpressions;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Docs;

/// <summary>README.md or a translation of it, taken apart.</summary>
internal sealed partial class Readme
{
    private const string OriginalLanguage = "en-US";

    private readonly string _text;

    private Readme(string fileName)
    {
        FileName = fileName;
        _text = File.ReadAllText(Path.Combine(Repository.Root, fileName)).ReplaceLineEndings("\n");
    }

    public static Readme Original { get; } = In(OriginalLanguage);

    /// <summary>The README in a language.</summary>
    public static Readme In(string language) => new(language == OriginalLanguage ? "README.md" : $"README.{language}.md");

    public string FileName { get; }

    /// <summary>What stands in fences of the language powershell.</summary>
    public IReadOnlyList<string> Scripts => [.. Fences.Where(fence => fence.Language == "powershell").Select(fence => fence.Content)];

    /// <summary>All fenced blocks with their languages.</summary>
    public IReadOnlyList<(string Language, string Content)> Fences =>
        [.. Fence().Matches(_text).Select(match => (match.Groups["language"].Value, match.Groups["content"].Value))];

    /// <summary>The marks of the headings, from # to ######.</summary>
    public IReadOnlyList<string> HeadingMarks => [.. HeadingMark().Matches(Fence().Replace(_text, "")).Select(match => match.Value)];

    /// <summary>Where the links lead to.</summary>
    public IReadOnlyList<string> LinkTargets => [.. LinkTarget().Matches(_text).Select(match => match.Value)];

    /// <summary>The cells of all tables' rows, as they are written.</summary>
    public IReadOnlyList<string[]> TableRows => [.. Fence().Replace(_text, "").Split('\n').Where(line => line.StartsWith('|')).Select(Cells)];

    /// <summary>The cells of a table's rows, without the marks of code.</summary>
    /// <param name="firstHeader">The table's first header.</param>
    public IReadOnlyList<string[]> Table(string firstHeader) =>
    [
        .. _text.Split('\n')
            .SkipWhile(line => !line.StartsWith($"| {firstHeader} |", StringComparison.Ordinal))
            .Skip(2)
            .TakeWhile(line => line.StartsWith('|'))
            .Select(line => Array.ConvertAll(Cells(line), cell => cell.Trim('`'))),
    ];

    private static string[] Cells(string line) => Array.ConvertAll(line.Trim('|').Split('|'), cell => cell.Trim());

    [GeneratedRegex("^```(?<language>[^\n]*)\n(?<content>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex("^#+(?= )", RegexOptions.Multiline)]
    private static partial Regex HeadingMark();

    [GeneratedRegex(@"(?<=\]\()[^)]+(?=\))")]
    private static partial Regex LinkTarget();
}
