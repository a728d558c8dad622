using System.Text.RegularExpressions;

namespace SiliconFlow.Video.Tests.Help;

/// <summary>Pages of other languages say the same as the English ones: all that is not prose is equal.</summary>
public sealed partial class TranslationTests
{
    [Fact]
    public void Every_language_has_every_page() =>
        Assert.All(HelpPages.Languages, language => Assert.Equal(
            HelpPages.Commands("en-US").Concat(HelpPages.Topics("en-US")),
            HelpPages.Commands(language).Concat(HelpPages.Topics(language))));

    [Fact]
    public void What_is_no_prose_is_equal()
    {
        foreach (var (language, name) in HelpPages.Languages.SelectMany(language => HelpPages.Commands(language).Concat(HelpPages.Topics(language)), (language, name) => (language, name)))
        {
            var original = HelpPages.Read("en-US", name);
            var translated = HelpPages.Read(language, name);

            Assert.Equal(Fixed(original), Fixed(translated));
            Assert.Equal(Code(original), Code(translated));
            Assert.Equal(original.Split('\n').Count(IsThirdHeading), translated.Split('\n').Count(IsThirdHeading));
            Assert.Equal(LinkTarget().Matches(original).Select(match => match.Value), LinkTarget().Matches(translated).Select(match => match.Value));
        }
    }

    /// <summary>Headings of the schema, of parameters, types and parameter sets, and the YAML.</summary>
    private static IEnumerable<string> Fixed(string page) =>
    [
        .. page.Split('\n').Where(line => line.StartsWith("# ", StringComparison.Ordinal) || line.StartsWith("## ", StringComparison.Ordinal) || line.StartsWith("### -", StringComparison.Ordinal)),
        .. HelpPage.Fences(page, "yaml"),
        .. HelpPage.Fences(page, ""),
    ];

    /// <summary>The code without its comments.</summary>
    private static IEnumerable<string> Code(string page) => HelpPage.Fences(page, "powershell")
        .Select(code => string.Join('\n', code.Split('\n').Where(line => !line.TrimStart().StartsWith('#'))));

    private static bool IsThirdHeading(string line) => line.StartsWith("### ", StringComparison.Ordinal);

    [GeneratedRegex(@"(?<=\]\()[^)]+(?=\))")]
    private static partial Regex LinkTarget();
}
