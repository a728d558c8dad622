using System.Management.Automation;
using System.Reflection;
using System.Text.RegularExpressions;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Help;

/// <summary>Pages and cmdlets, held against each other. A failure says what the page should read.</summary>
public sealed partial class PageTests
{
    public static TheoryData<string> Languages => [.. HelpPages.Languages];

    public static TheoryData<string, string> Pages => HelpPages.All(HelpPages.Commands);

    [Theory]
    [MemberData(nameof(Languages))]
    public void Each_cmdlet_has_a_page(string language)
    {
        using var session = ModuleRunspace.Open();
        var cmdlets = session.Run("Get-Command -Module SiliconFlow.Video").ThrowOnError().Lines;

        Assert.Equal(cmdlets.Order(StringComparer.Ordinal), HelpPages.Commands(language));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_syntax_is_that_of_the_cmdlet(string language, string command)
    {
        using var session = ModuleRunspace.Open();

        AssertReads(ExpectedHelp.Syntax(Get(session, command)), HelpPage.Read(language, command)["SYNTAX"]);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_parameters_are_those_of_the_cmdlet(string language, string command)
    {
        using var session = ModuleRunspace.Open();
        var cmdlet = Get(session, command);
        var sections = HelpPage.Read(language, command).Parts("PARAMETERS");

        Assert.Equal([.. ExpectedHelp.Parameters(cmdlet).Select(parameter => "-" + parameter.Name), "CommonParameters"], sections.Keys);
        foreach (var parameter in ExpectedHelp.Parameters(cmdlet))
        {
            AssertReads(ExpectedHelp.Yaml(cmdlet, parameter), Assert.Single(HelpPage.Fences(sections["-" + parameter.Name], "yaml")));
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_inputs_and_outputs_are_those_of_the_cmdlet(string language, string command)
    {
        using var session = ModuleRunspace.Open();
        var cmdlet = Get(session, command);
        var page = HelpPage.Read(language, command);

        Assert.Equal(ExpectedHelp.Inputs(cmdlet), page.Parts("INPUTS").Keys);
        Assert.Equal(cmdlet.OutputType.Select(type => type.Name), page.Parts("OUTPUTS").Keys);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Three_examples_or_more(string language, string command) =>
        Assert.True(HelpPage.Read(language, command).Parts("EXAMPLES").Count >= 3);

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_common_parameters_are_told_as_PlatyPS_tells_them(string language, string command)
    {
        var told = HelpPage.Read(language, command).Parts("PARAMETERS")["CommonParameters"];

        Assert.All(Cmdlet.CommonParameters, name => Assert.Contains($"-{name}", told, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_errors_that_are_told_exist(string language, string command)
    {
        var told = ErrorList().Matches(HelpPage.Read(language, command)["NOTES"]).SelectMany(match => match.Groups["id"].Captures).Select(capture => capture.Value);

        Assert.All(told, id => Assert.NotNull(typeof(ErrorIds).GetField(id, BindingFlags.NonPublic | BindingFlags.Static)));
    }

    [Fact]
    public void Each_error_is_told_by_a_page()
    {
        var notes = string.Concat(HelpPages.Commands("en-US").Select(command => HelpPage.Read("en-US", command)["NOTES"]));

        Assert.All(typeof(ErrorIds).GetFields(BindingFlags.NonPublic | BindingFlags.Static), field => Assert.Contains(field.Name, notes, StringComparison.Ordinal));
    }

    private static CmdletInfo Get(ModuleRunspace session, string command) =>
        (CmdletInfo)Assert.Single(session.Run($"Get-Command {command}").ThrowOnError().Output).BaseObject;

    private static void AssertReads(string expected, string found) => Assert.True(expected == found, $"The page should read:\n{expected}\n\nIt reads:\n{found}");

    /// <summary>The ids at the beginning of an item of a list.</summary>
    [GeneratedRegex("^- (?<id>[A-Z]\\w+)(, (?<id>[A-Z]\\w+))*[:：]", RegexOptions.Multiline)]
    private static partial Regex ErrorList();
}
