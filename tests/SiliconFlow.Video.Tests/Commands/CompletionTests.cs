using System.Management.Automation;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Commands;

/// <summary>What the Tab key offers, and what Get-Command tells of the cmdlets.</summary>
public sealed class CompletionTests
{
    [Theory]
    [InlineData("New-SFVideo -Model ", "Wan-AI/Wan2.2-I2V-A14B", "Wan-AI/Wan2.2-T2V-A14B")]
    [InlineData("New-SFVideo -Model wan-ai/wan2.2-t", "Wan-AI/Wan2.2-T2V-A14B")]
    [InlineData("New-SFVideo -ImageSize ", "1280x720", "720x1280", "960x960")]
    [InlineData("New-SFVideo -image_size 9", "960x960")]
    [InlineData("New-SFVideo -ImageSize '", "'1280x720'", "'720x1280'", "'960x960'")]
    [InlineData("Connect-SFVideo -Region ", "China", "International")]
    [InlineData("Get-SFVideoModel -Kind ", "ImageToVideo", "TextToVideo")]
    [InlineData("Get-SFVideoModel -Kind ImageToVideo, t", "TextToVideo")]
    [InlineData("Get-SFVideoJournal -Status Sa", "Saved")]
    [InlineData("New-SFVideo -Neg", "-NegativePrompt")]
    [InlineData("Connect-SFVideo -Req", "-RequestTimeoutSec")]
    [InlineData("Import-SFVideoPrompt a.csv -Encoding gb", "gb18030", "gb2312", "gbk")]
    public void Tab_offers_the_real_values(string line, params string[] expected)
    {
        using var session = ModuleRunspace.Open();

        var result = session.Run(
            "[System.Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null).CompletionMatches",
            variables: new Dictionary<string, object?> { ["line"] = line }).ThrowOnError();

        Assert.Equal(expected, result.Output.Get("CompletionText").Order());
    }

    [Theory]
    [InlineData("New-SFVideo", "SiliconFlow.Video.SFVideo")]
    [InlineData("Connect-SFVideo", "SiliconFlow.Video.Service.SFVideoConnection")]
    [InlineData("Disconnect-SFVideo", "System.Void")]
    [InlineData("Import-SFVideoPrompt", "SiliconFlow.Video.SFVideoRequest")]
    public void The_output_type_is_known(string cmdlet, string type)
    {
        using var session = ModuleRunspace.Open();

        Assert.Equal([type], session.Run($"(Get-Command {cmdlet}).OutputType.Name").ThrowOnError().Lines);
    }

    [Theory]
    [InlineData("Prompt", "", true, 0, true, true)]
    [InlineData("Model", "", false, int.MinValue, false, true)]
    [InlineData("CustomModel", "custom_model", false, int.MinValue, false, true)]
    [InlineData("ImageSize", "image_size", false, int.MinValue, false, true)]
    [InlineData("NegativePrompt", "negative_prompt", false, int.MinValue, false, true)]
    [InlineData("Image", "FullName,PSPath", false, int.MinValue, false, true)]
    [InlineData("Seed", "", false, int.MinValue, false, true)]
    [InlineData("Name", "", false, int.MinValue, false, true)]
    [InlineData("ThrottleLimit", "", false, int.MinValue, false, false)]
    [InlineData("Connection", "", false, int.MinValue, false, false)]
    public void Parameters_of_New_SFVideo(string name, string aliases, bool mandatory, int position, bool byValue, bool byProperty)
    {
        using var session = ModuleRunspace.Open();

        var command = (CommandInfo)Assert.Single(session.Run("Get-Command New-SFVideo").ThrowOnError().Output).BaseObject;
        CommandParameterInfo parameter = Assert.Single(command.ParameterSets).Parameters.Single(p => p.Name == name);

        Assert.Equal(
            (aliases, mandatory, position, byValue, byProperty),
            (string.Join(',', parameter.Aliases), parameter.IsMandatory, parameter.Position, parameter.ValueFromPipeline, parameter.ValueFromPipelineByPropertyName));
    }

    [Theory]
    [InlineData("New-SFVideo", true)]
    [InlineData("Connect-SFVideo", false)]
    public void What_is_paid_can_be_confirmed(string cmdlet, bool confirms)
    {
        using var session = ModuleRunspace.Open();

        Assert.Equal([$"{confirms}", $"{confirms}"], session.Run($"$p = (Get-Command {cmdlet}).Parameters; $p.ContainsKey('WhatIf'); $p.ContainsKey('Confirm')").ThrowOnError().Lines);
    }

    [Fact]
    public void Every_cmdlet_that_calls_the_service_takes_a_connection()
    {
        using var session = ModuleRunspace.Open();

        var result = session.Run("Get-Command -Module SiliconFlow.Video | Where-Object { $_.Parameters.ContainsKey('Connection') } | ForEach-Object Name").ThrowOnError();

        Assert.Equal(["Get-SFVideo", "Get-SFVideoModel", "New-SFVideo", "Save-SFVideo", "Wait-SFVideo"], result.Lines.Order());
    }
}
