using System.Management.Automation;
using Microsoft.Extensions.Time.Testing;
using SiliconFlow.Simulator;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Commands;

/// <summary>How rows flow through New-SFVideo: some at a time, each written when it is done.</summary>
public sealed class NewSFVideoFlowTests
{
    [Fact]
    public async Task Many_rows_pass()
    {
        await using var session = await SimulatedSession.StartAsync();

        ScriptResult result = session.Run("1..100 | ForEach-Object { \"p$_\" } | New-SFVideo").ThrowOnError();

        string[] expected = [.. Enumerable.Range(1, 100).Select(i => $"p{i}").Order()];
        Assert.Equal(expected, session.Simulator.Bill.Select(entry => entry.Prompt).Order());
        Assert.Equal(expected, result.Output.Get("Prompt").Order());
        Assert.Equal(session.Simulator.Bill.ToDictionary(entry => entry.Prompt, entry => entry.RequestId), result.Output.ToDictionary(video => (string)video.Get("Prompt")!, video => (string)video.Get("RequestId")!));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task No_more_calls_are_in_flight_than_allowed(int limit)
    {
        // In the simulator's time every answer takes a second, so calls that are in flight together arrive in the same second.
        var time = new FakeTimeProvider();
        await using var session = await SimulatedSession.StartAsync(new SimulatorOptions { TimeProvider = time });
        session.Simulator.SetFaults(new FaultRule { Operation = Operation.Submit, Fault = FaultKind.Slow, Delay = TimeSpan.FromSeconds(1) });

        RunningScript script = session.Start($"1..{4 * limit} | ForEach-Object {{ \"p$_\" }} | New-SFVideo -ThrottleLimit {limit}");
        for (int round = 1; round <= 4; round++)
        {
            await session.Simulator.WaitForCallAsync(Operation.Submit, round * limit);
            time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(4 * limit, (await script.Completion).ThrowOnError().Output.Count);
        Assert.All(session.Simulator.Calls.GroupBy(call => call.At), together => Assert.Equal(limit, together.Count()));
    }

    [Fact]
    public async Task A_slow_row_holds_up_no_other_and_comes_last()
    {
        var time = new FakeTimeProvider();
        await using var session = await SimulatedSession.StartAsync(new SimulatorOptions { TimeProvider = time });
        session.Simulator.SetFaults(new FaultRule { Operation = Operation.Submit, Prompt = "slow", Fault = FaultKind.Slow, Delay = TimeSpan.FromSeconds(1) });

        RunningScript script = session.Start("'slow', 'b', 'c', 'd' | New-SFVideo -ThrottleLimit 2");
        await script.Until(now => now.Output.Count == 3);
        time.Advance(TimeSpan.FromSeconds(1));
        ScriptResult result = (await script.Completion).ThrowOnError();

        Assert.Equal("slow", result.Output[3].Get("Prompt"));
    }

    [Fact]
    public async Task Jobs_are_written_while_rows_still_come()
    {
        await using var session = await SimulatedSession.StartAsync();

        ScriptResult result = session.Run("$seen = 0; & { 'first'; while ($seen -eq 0) { ' ' }; 'last' } | New-SFVideo -ErrorAction SilentlyContinue | ForEach-Object { $script:seen++; $seen = 1; $_ }").ThrowOnError();

        Assert.Equal(["first", "last"], result.Output.Get("Prompt"));
    }

    [Fact]
    public async Task One_progress_bar_comes_and_goes()
    {
        await using var session = await SimulatedSession.StartAsync();

        ScriptResult result = session.Run("'a', 'b', ' ', 'c' | New-SFVideo");

        Assert.Single(result.Progress.Select(record => record.ActivityId).Distinct());
        Assert.Equal(ProgressRecordType.Completed, result.Progress[^1].RecordType);
        Assert.All(result.Progress.SkipLast(1), record => Assert.Equal(ProgressRecordType.Processing, record.RecordType));
        Assert.All(result.Progress, record => Assert.Equal("Submitting videos", record.Activity));
    }

    [Fact]
    public async Task A_progress_bar_goes_also_when_the_key_is_refused()
    {
        await using var session = await SimulatedSession.StartAsync(key: "sk-bad");

        ScriptResult result = session.Run("'a', 'b' | New-SFVideo -Verbose");

        Assert.Equal("Unauthorized", Assert.Single(result.Errors).Id());
        Assert.Equal(ProgressRecordType.Completed, result.Progress[^1].RecordType);
    }

    [Fact]
    public async Task Nothing_started_shows_no_progress()
    {
        await using var session = await SimulatedSession.StartAsync();

        Assert.Empty(session.Run("' ', $null | New-SFVideo; @() | New-SFVideo").Progress);
    }

    [Fact]
    public async Task One_at_a_time_means_in_the_order_of_the_rows()
    {
        await using var session = await SimulatedSession.StartAsync();

        session.Run("1..30 | ForEach-Object { \"p$_\" } | New-SFVideo -ThrottleLimit 1").ThrowOnError();

        Assert.Equal(Enumerable.Range(1, 30).Select(i => $"p{i}"), session.Simulator.Bill.Select(entry => entry.Prompt));
    }
}
