using System.Management.Automation;
using SiliconFlow.Simulator;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Commands;

/// <summary>Jobs and files that have been through a file, a background job or a remote session, and came back as property bags.</summary>
public sealed class JobBagTests
{
    private const string RoundTrip = "function Copy-Through { process { [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($_)) } }; ";

    [Fact]
    public async Task A_deserialized_job_is_what_it_was()
    {
        await using var session = await SimulatedSession.StartAsync();
        session.Submit("一只猫 🐱");
        session.Run(RoundTrip + "$done = $jobs | Wait-SFVideo; $bag = $done | Copy-Through").ThrowOnError();

        // Wait does not ask about a job that has ended, so what it writes is what it read from the bag.
        PSObject before = session.Run("$done").Output[0];
        PSObject bag = session.Run("$bag").Output[0];
        PSObject after = Assert.Single(session.Run("$bag | Wait-SFVideo").ThrowOnError().Output);

        Assert.Equal("Deserialized.SiliconFlow.Video.SFVideo", bag.TypeNames[0]);
        Assert.Equal("SiliconFlow.Video.SFVideo", after.TypeNames[0]);
        Assert.All(before.Properties, property => Assert.Equal(property.Value?.ToString(), after.Text(property.Name)));
        Assert.Equal("Succeeded", after.Text("Status"));
        Assert.Equal(before.Get("LinkExpiresAt"), after.Get("LinkExpiresAt"));
    }

    [Theory]
    [InlineData("$done | Copy-Through")]
    [InlineData("$done | Copy-Through | ForEach-Object { $_ | Add-Note PSComputerName 'far'; $_ }")]
    [InlineData("$text = [ordered] @{}; foreach ($p in $done.PSObject.Properties) { $text[$p.Name] = \"$($p.Value)\" }; [pscustomobject] $text")]
    public async Task A_bag_with_a_live_link_is_saved_without_asking(string bag)
    {
        await using var session = await SimulatedSession.StartAsync();
        session.Run(RoundTrip + """
            function Add-Note($name, $value) { process { $_.PSObject.Properties.Add([psnoteproperty]::new($name, $value)) } }
            $done = New-SFVideo 'a hen' -Name hen -Seed 7 | Wait-SFVideo
            """).ThrowOnError();
        int asked = session.Simulator.CountOf(Operation.Status);

        ScriptResult result = session.Run($"{bag} | Save-SFVideo -FileName '{{Name}} {{Seed}} {{Model}}'").ThrowOnError();

        Assert.Equal(["hen 7 Wan-AI_Wan2.2-T2V-A14B.mp4"], session.Folder.Files);
        Assert.Equal("a hen", Assert.Single(result.Output).Text("Prompt"));
        Assert.Equal(asked, session.Simulator.CountOf(Operation.Status));
    }

    [Fact]
    public async Task A_row_with_an_id_and_a_name_is_asked_for_once_and_saved_under_its_name()
    {
        await using var session = await SimulatedSession.StartAsync();
        session.Submit("a hen");

        session.Run("[pscustomobject] @{ Name = 'my hen'; RequestId = $jobs[0].RequestId; Seed = ''; Url = ' ' } | Save-SFVideo").ThrowOnError();

        Assert.Equal(["my hen.mp4"], session.Folder.Files);
        Assert.Equal(1, session.Simulator.CountOf(Operation.Status));
    }

    [Theory]
    [InlineData("$file")]
    [InlineData("$file | Copy-Through")]
    public async Task A_saved_file_goes_to_cmdlets_that_take_paths(string file)
    {
        await using var session = await SimulatedSession.StartAsync();
        session.Run(RoundTrip + """
            function Get-Path { param([Parameter(ValueFromPipelineByPropertyName)] [Alias('PSPath')] [string] $LiteralPath) process { $LiteralPath } }
            $file = New-SFVideo 'a hen' -Name 'hen [1]' | Wait-SFVideo | Save-SFVideo
            """).ThrowOnError();

        Assert.Equal([session.Folder["hen [1].mp4"]], session.Run($"{file} | Get-Path").ThrowOnError().Lines);
        Assert.Equal("Succeeded", Assert.Single(session.Run($"{file} | Get-SFVideo").ThrowOnError().Output).Text("Status"));
    }
}
