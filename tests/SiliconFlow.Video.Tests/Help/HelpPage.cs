using System.Text.RegularExpressions;

namespace SiliconFlow.Video.Tests.Help;

/// <summary>A page of the help, taken apart by its headings. It knows nothing of how the build reads pages.</summary>
internal sealed partial class HelpPage
{
    private readonly Dictionary<string, string> _sections;

    private HelpPage(string text) => _sections = Part(text, "## ");

    public static HelpPage Read(string language, string name) => new(HelpPages.Read(language, name));

    /// <summary>The headings of the second level.</summary>
    public IEnumerable<string> Headings => _sections.Keys;

    /// <summary>What stands below a heading of the second level.</summary>
    public string this[string heading] => _sections[heading];

    /// <summary>What stands below the headings of the third level within a section, by heading.</summary>
    public IReadOnlyDictionary<string, string> Parts(string heading) => Part(_sections[heading], "### ");

    /// <summary>The text of a part without its fenced blocks.</summary>
    public static string TextOf(string part) => Fence().Replace(part, "");

    /// <summary>The fenced blocks of a language.</summary>
    public static IEnumerable<string> Fences(string text, string language) =>
        Fence().Matches(text).Where(match => match.Groups["language"].Value == language).Select(match => match.Groups["content"].Value);

    private static Dictionary<string, string> Part(string text, string mark) => $"\n{text}".Split($"\n{mark}").Skip(1)
        .Select(part => part.Split('\n', 2))
        .ToDictionary(part => part[0], part => part[1].Trim('\n'));

    [GeneratedRegex("^```(?<language>[^\n]*)\n(?<content>.*?)\n```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
