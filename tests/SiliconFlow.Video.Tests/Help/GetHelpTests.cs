using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Help;

/// <summary>What users see of the pages.</summary>
public sealed class GetHelpTests
{
    public static TheoryData<string, string> Pages => HelpPages.All(HelpPages.Commands);

    [Theory]
    [MemberData(nameof(Pages))]
    public void All_of_a_page_is_shown(string language, string command)
    {
        var page = HelpPage.Read(language, command);
        var screen = Show($"Get-Help {command} -Full", language);

        HelpText.AssertShown(page["SYNOPSIS"], screen);
        HelpText.AssertShown(page["DESCRIPTION"], screen);
        HelpText.AssertShown(page["NOTES"], screen);
        HelpText.AssertShown(string.Join('\n', page.Parts("INPUTS").Concat(page.Parts("OUTPUTS")).Select(type => $"{type.Key}\n{type.Value}")), screen);
        HelpText.AssertShown(page["RELATED LINKS"], screen);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void All_parameters_are_shown(string language, string command)
    {
        var sections = HelpPage.Read(language, command).Parts("PARAMETERS").Where(section => section.Key != "CommonParameters").ToArray();
        if (sections.Length == 0)
        {
            return;
        }

        var screen = Show($"Get-Help {command} -Parameter *", language);

        foreach (var (name, section) in sections)
        {
            HelpText.AssertShown($"{name}\n{HelpPage.TextOf(section)}", screen);
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void All_examples_are_shown(string language, string command)
    {
        var screen = Show($"Get-Help {command} -Examples", language);

        foreach (var (title, section) in HelpPage.Read(language, command).Parts("EXAMPLES"))
        {
            HelpText.AssertShown($"{title}\n{HelpPage.TextOf(section)}", screen);
            HelpText.AssertShown(string.Join('\n', HelpPage.Fences(section, "powershell").Concat(HelpPage.Fences(section, "Output"))), screen);
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_syntax_of_each_parameter_set_is_shown(string language, string command)
    {
        using var session = ModuleRunspace.Open();
        var names = session.Run($"{HelpText.For(language)} (Get-Help {command}).syntax.syntaxItem | ForEach-Object {{ $_.parameter.name -join ' ' }}").ThrowOnError().Lines;
        var sets = session.Run($"(Get-Command {command}).ParameterSets").ThrowOnError().Output.Count;

        Assert.Equal(sets, names.Count());
    }

    [Theory]
    [InlineData("8", "(Get-Help New-SFVideo -Parameter ThrottleLimit).defaultValue")]
    [InlineData("true (ByValue, ByPropertyName)", "(Get-Help New-SFVideo -Parameter Prompt).pipelineInput")]
    [InlineData("0", "(Get-Help New-SFVideo -Parameter Prompt).position")]
    [InlineData("true", "(Get-Help New-SFVideo -Parameter Prompt).required")]
    [InlineData("named", "(Get-Help New-SFVideo -Parameter Image).position")]
    [InlineData("FullName, PSPath", "(Get-Help New-SFVideo -Parameter Image).aliases")]
    [InlineData("false", "(Get-Help New-SFVideo -Parameter Image).globbing")]
    [InlineData("Int64", "(Get-Help New-SFVideo -Parameter Seed).type.name")]
    [InlineData("1280x720 720x1280 960x960", "$size = (Get-Help New-SFVideo).syntax.syntaxItem.parameter | Where-Object name -eq ImageSize; \"$($size.parameterValueGroup.parameterValue)\"")]
    public void What_binds_a_parameter_is_told(string expected, string script)
    {
        using var session = ModuleRunspace.Open();

        Assert.Equal([expected], session.Run(script).ThrowOnError().Lines);
    }

    [Fact]
    public void A_language_without_pages_gets_the_English_ones() =>
        HelpText.AssertShown(HelpPage.Read("en-US", "New-SFVideo")["SYNOPSIS"], Show("Get-Help New-SFVideo", "fr-FR"));

    private static string Show(string script, string language)
    {
        var host = new TextHost(120);
        using var session = ModuleRunspace.Open(host);
        session.Run($"{HelpText.For(language)} {script} | Out-Default").ThrowOnError();
        return string.Join('\n', host.Lines);
    }
}
