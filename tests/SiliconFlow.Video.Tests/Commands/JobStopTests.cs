using System.Diagnostics;
using SiliconFlow.Simulator;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Commands;

/// <summary>Ctrl+C, and a later command that wants no more.</summary>
public sealed class JobStopTests
{
    /// <summary>A second is promised; a machine that is busy with other tests may take longer.</summary>
    private static readonly TimeSpan Prompt = TimeSpan.FromSeconds(5);

    private static readonly SimulatorOptions Held = new() { HoldJobs = true };

    [Theory]
    [InlineData("$jobs | Get-SFVideo")]
    [InlineData("$jobs | Wait-SFVideo -PollIntervalSec 0.1")]
    [InlineData("$jobs | Save-SFVideo")]
    public async Task Ctrl_C_ends_a_command_whose_question_is_not_answered(string command)
    {
        await using var session = await SimulatedSession.StartAsync(Held);
        session.Submit("a hen");
        using IDisposable hold = session.Simulator.HoldCalls(Operation.Status);

        RunningScript script = session.Start(command);
        await session.Simulator.WaitForCallAsync(Operation.Status);

        await StopsPromptlyAsync(script);
        Assert.Equal(1, session.Simulator.CountOf(Operation.Status));
        Assert.Empty(session.Folder.Files);
    }

    [Fact]
    public async Task Ctrl_C_ends_a_wait_between_two_questions()
    {
        await using var session = await SimulatedSession.StartAsync(Held);
        session.Submit("a hen");

        RunningScript script = session.Start("$jobs.RequestId | Wait-SFVideo -PollIntervalSec 3600 -Verbose");
        await script.Until(now => now.Verbose.Count == 1);

        await StopsPromptlyAsync(script);
        Assert.Equal(1, session.Simulator.CountOf(Operation.Status));
    }

    [Theory]
    [InlineData(FaultKind.Hang, null)]
    [InlineData(FaultKind.Slow, 200)]
    public async Task Ctrl_C_ends_a_download_and_the_next_run_brings_it_to_its_end(FaultKind fault, int? bytesPerSecond)
    {
        await using var session = await SimulatedSession.StartAsync();
        session.Submit("a hen", "another");
        session.Simulator.SetFaults(new FaultRule { Operation = Operation.Download, Fault = fault, BytesPerSecond = bytesPerSecond });
        await File.WriteAllTextAsync(session.Folder["kept.mp4"], "as it was");

        RunningScript script = session.Start("$jobs | Save-SFVideo -FileName kept -Force -Verbose");
        await session.Simulator.WaitForCallAsync(Operation.Download, 2);
        if (fault == FaultKind.Slow)
        {
            // The verbose line of a download is written once its head has come: the body is under way.
            await script.Until(now => now.Verbose.Count(line => line.StartsWith("GET", StringComparison.Ordinal)) == 2);
        }

        await StopsPromptlyAsync(script);
        Assert.Equal(["kept.mp4"], session.Folder.Finished);
        Assert.Equal("as it was", await File.ReadAllTextAsync(session.Folder["kept.mp4"]));
        Assert.Equal(2, session.Simulator.CountOf(Operation.Download));

        session.Simulator.SetFaults();
        Assert.Equal(2, session.Run("$jobs | Save-SFVideo -FileName kept -Force").ThrowOnError().Output.Count);
        Assert.Empty(session.Folder.Partials);
    }

    [Fact]
    public async Task A_later_command_that_wants_one_job_gets_one_and_ends_the_wait()
    {
        await using var session = await SimulatedSession.StartAsync(Held);
        session.Session.ImportTestCmdlets();
        string[] ids = session.Submit("one", "two", "three");
        session.Simulator.TrySucceed(ids[1]);

        var watch = Stopwatch.StartNew();
        ScriptResult result = session.Run("$jobs | Wait-SFVideo -PollIntervalSec 0.1 | Select-First").ThrowOnError();

        Assert.Equal([ids[1]], result.RequestIds());
        Assert.True(watch.Elapsed < Prompt, $"It took {watch.Elapsed}.");
    }

    [Fact]
    public async Task A_later_command_that_wants_one_file_gets_one_and_ends_the_other_downloads()
    {
        await using var session = await SimulatedSession.StartAsync();
        session.Session.ImportTestCmdlets();
        string[] ids = session.Submit("slow", "quick", "slow");
        session.Simulator.SetFaults(new FaultRule { Operation = Operation.Download, Fault = FaultKind.Slow, BytesPerSecond = 200, Prompt = "slow" });

        var watch = Stopwatch.StartNew();
        ScriptResult result = session.Run("$jobs | Save-SFVideo | Select-First").ThrowOnError();

        Assert.Equal([ids[1]], result.RequestIds());
        Assert.Equal([$"{ids[1]}.mp4"], session.Folder.Finished);
        Assert.True(watch.Elapsed < Prompt, $"It took {watch.Elapsed}.");
    }

    private static async Task StopsPromptlyAsync(RunningScript script)
    {
        var watch = Stopwatch.StartNew();
        ScriptResult result = await script.StopAsync();

        Assert.True(result.Stopped);
        Assert.True(watch.Elapsed < Prompt, $"It took {watch.Elapsed}.");
        Assert.Empty(result.Output);
        Assert.Empty(result.Errors);
    }
}
