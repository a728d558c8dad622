using System.Management.Automation;
using System.Reflection;
using System.Text;
using SiliconFlow.HelpBuilder.Text;
using SiliconFlow.Video.Commands;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Help;

public sealed class AboutTopicTests
{
    public static TheoryData<string, string> Topics => HelpPages.All(HelpPages.Topics);

    public static TheoryData<string> Languages => [.. HelpPages.Languages];

    [Theory]
    [MemberData(nameof(Topics))]
    public void All_of_a_topic_is_shown(string language, string topic)
    {
        var page = HelpPage.Read(language, topic);
        using var session = ModuleRunspace.Open();

        var shown = Assert.Single(session.Run($"{HelpText.For(language)} Get-Help {topic}").ThrowOnError().Lines);

        foreach (var heading in page.Headings)
        {
            HelpText.AssertShown($"{heading}\n{HeadingsAsText(HelpPage.TextOf(page[heading]))}", shown);
            HelpText.AssertShown(string.Join('\n', HelpPage.Fences(page[heading], "powershell")), shown);
        }
    }

    [Theory]
    [MemberData(nameof(Topics))]
    public void A_topic_fits_a_narrow_console_and_every_code_page(string language, string topic)
    {
        var bytes = File.ReadAllBytes(Path.Combine(Repository.StagedModule, language, $"{topic}.help.txt"));

        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes.Take(3));
        Assert.All(Encoding.UTF8.GetString(bytes.AsSpan(3)).Split('\n'), line => Assert.InRange(TextWidth.Of(line), 0, 80));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_errors_are_those_of_the_module(string language)
    {
        var ids = typeof(ErrorIds).GetFields(BindingFlags.NonPublic | BindingFlags.Static).Select(field => field.Name);

        Assert.Equal(ids, ErrorTable(language).Select(row => row[0]));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_errors_are_told_as_the_README_tells_them(string language) => Assert.Equal(
        Docs.Readme.In(language).Table("ErrorId").Select(row => string.Join('|', row[0], $"SFVideo{row[1]}Exception", row[2], row[3], row[4])),
        ErrorTable(language).Select(row => string.Join('|', row)));

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_cmdlets_are_those_of_the_module(string language)
    {
        using var session = ModuleRunspace.Open();
        var cmdlets = session.Run("Get-Command -Module SiliconFlow.Video").ThrowOnError().Lines;

        var told = Table(HelpPage.Read(language, "about_SiliconFlow.Video")["LONG DESCRIPTION"]).Select(row => row[0]).Where(cell => cell.Contains("-SFVideo", StringComparison.Ordinal));

        Assert.Equal(cmdlets.Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string[]> ErrorTable(string language) =>
        Table(HelpPage.Read(language, "about_SFVideo_Errors")["LONG DESCRIPTION"]).SkipWhile(row => !row[0].StartsWith("---", StringComparison.Ordinal)).Skip(1);

    private static IEnumerable<string[]> Table(string text) => text.Split('\n').Where(line => line.StartsWith('|'))
        .Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim(' ', '`')).ToArray());

    /// <summary>Headers of tables with two columns are not shown, and headings without their mark.</summary>
    private static string HeadingsAsText(string text)
    {
        var lines = text.Split('\n').Select(line => line.StartsWith("### ", StringComparison.Ordinal) ? line[4..] : line).ToArray();
        return string.Join('\n', lines.Where((line, i) => !line.StartsWith('|') || i + 1 >= lines.Length || !lines[i + 1].StartsWith("|---", StringComparison.Ordinal)));
    }
}
