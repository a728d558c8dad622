using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Commands;

/// <summary>What the cmdlets that call the service have in common: work in the background, written by the pipeline's thread.</summary>
public sealed class ServiceCommandTests
{
    [Fact]
    public async Task A_command_ends_however_its_last_answer_falls_between_two_looks()
    {
        await using var session = await SimulatedSession.StartAsync();

        RunningScript script = session.Start("1..300 | ForEach-Object { $null = New-SFVideo \"p$_\" }; 'ended'");
        ScriptResult result = await script.Completion.WaitAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(["ended"], result.ThrowOnError().Lines);
        Assert.Equal(300, session.Simulator.Bill.Count);
    }
}
