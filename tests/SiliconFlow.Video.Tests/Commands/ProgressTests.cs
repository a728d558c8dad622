using System.Diagnostics;
using System.Management.Automation;
using SiliconFlow.Simulator;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Commands;

/// <summary>What the progress bars of a line show, how often, and that they go.</summary>
public sealed class ProgressTests
{
    private const string Line = "1..60 | ForEach-Object { \"p$_\" } | New-SFVideo | Wait-SFVideo -PollIntervalSec 0.1 | Save-SFVideo -Destination videos";

    private static readonly string[] Activities = ["Saving videos", "Submitting videos", "Waiting for videos"];

    [Fact]
    public async Task Each_cmdlet_has_a_bar_that_is_updated_four_times_a_second_at_most_and_goes_at_the_end()
    {
        await using var session = await SimulatedSession.StartAsync();

        long start = Stopwatch.GetTimestamp();
        ScriptResult result = session.Run(Line).ThrowOnError();
        double quarters = Stopwatch.GetElapsedTime(start).TotalSeconds * 4;

        var bars = result.Progress.GroupBy(record => record.ActivityId).ToArray();
        Assert.Equal(Activities, bars.Select(bar => Assert.Single(bar.Select(record => record.Activity).Distinct())).Order());
        Assert.All(bars, bar => Assert.InRange(bar.Count(record => record.RecordType == ProgressRecordType.Processing), 1, quarters + 1));
        Assert.All(bars, bar => Assert.Equal(ProgressRecordType.Completed, Assert.Single(bar, record => record.RecordType == ProgressRecordType.Completed).RecordType));
    }

    [Fact]
    public async Task Counts_and_pace_are_told_while_the_line_waits()
    {
        await using var session = await SimulatedSession.StartAsync(new SimulatorOptions { HoldJobs = true });

        RunningScript script = session.Start("'a', 'b', 'c' | New-SFVideo | Wait-SFVideo -PollIntervalSec 0.1");
        await script.Until(now => Statuses(now).Contains("0 done, 0 failed, 3 pending"));
        session.Simulator.TryFail(session.Simulator.Bill[1].RequestId);
        await script.Until(now => Statuses(now).Any(status => status.StartsWith("0 done, 1 failed, 2 pending; ", StringComparison.Ordinal) && status.EndsWith(" a minute", StringComparison.Ordinal)));
        session.Simulator.TrySucceed(session.Simulator.Bill[0].RequestId);
        await script.Until(now => now.Progress.Any(record => record.StatusDescription.StartsWith("1 done, 1 failed, 1 pending; ", StringComparison.Ordinal) && record is { PercentComplete: 66, SecondsRemaining: >= 0 }));
        session.Simulator.SucceedAll();

        Assert.Equal("GenerationFailed", Assert.Single((await script.Completion).Errors).Id());
    }

    [Fact]
    public async Task Megabytes_and_pace_are_told_while_files_come()
    {
        await using var session = await SimulatedSession.StartAsync(new SimulatorOptions { QueueTime = TimeSpan.Zero, RunTime = TimeSpan.Zero, VideoLength = 3 << 20 });
        session.Simulator.SetFaults(new FaultRule { Operation = Operation.Download, Fault = FaultKind.Slow, BytesPerSecond = 2 << 20 });

        ScriptResult result = session.Run("'a' | New-SFVideo | Wait-SFVideo -PollIntervalSec 0.1 | Save-SFVideo").ThrowOnError();

        Assert.Contains(result.Progress, record => record.StatusDescription.StartsWith("0 done, 0 failed, 1 pending; ", StringComparison.Ordinal) && record.StatusDescription.Contains(" of 3.0 MB, ", StringComparison.Ordinal) && record.StatusDescription.EndsWith(" MB/s", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Select-First")]
    [InlineData("ForEach-Object { throw 'enough' }")]
    public async Task Bars_go_also_when_the_line_ends_early(string end)
    {
        await using var session = await SimulatedSession.StartAsync();
        session.Session.ImportTestCmdlets();

        ScriptResult result = session.Run($"{Line} | {end}");

        AssertAllGone(result);
    }

    [Fact]
    public async Task Bars_go_also_on_Ctrl_C()
    {
        await using var session = await SimulatedSession.StartAsync(new SimulatorOptions { HoldJobs = true });

        RunningScript script = session.Start(Line);
        await script.Until(now => Statuses(now).Any());
        ScriptResult result = await script.StopAsync();

        Assert.True(result.Stopped);
        AssertAllGone(result);
    }

    [Theory]
    [InlineData("$ProgressPreference = 'SilentlyContinue'; ", "")]
    [InlineData("$ProgressPreference = 'Ignore'; ", "")]
    [InlineData("", " -ProgressAction SilentlyContinue")]
    public async Task Who_wants_no_bars_gets_none(string before, string parameter)
    {
        await using var session = await SimulatedSession.StartAsync();

        Assert.Empty(session.Run($"{before}'a' | New-SFVideo{parameter} | Wait-SFVideo{parameter} | Save-SFVideo{parameter}").ThrowOnError().Progress);
    }

    private static IEnumerable<string> Statuses(ScriptResult result) =>
        result.Progress.Where(record => record.Activity == "Waiting for videos").Select(record => record.StatusDescription);

    private static void AssertAllGone(ScriptResult result)
    {
        Assert.NotEmpty(result.Progress);
        Assert.All(result.Progress.GroupBy(record => record.ActivityId), bar => Assert.Equal(ProgressRecordType.Completed, bar.Last().RecordType));
    }
}
