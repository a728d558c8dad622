using SiliconFlow.Simulator;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Commands;

/// <summary>New-SFVideo and a service that cannot take all at once.</summary>
public sealed class NewSFVideoThrottleTests
{
    /// <summary>Keeps all waits so short that <see cref="SwiftTime"/> skips them.</summary>
    private const string Swift = "-RetryTimeoutSec 240";

    private static readonly FaultRule Pause = new() { Operation = Operation.Submit, Fault = FaultKind.Answer, Status = 429, RetryAfter = "300" };

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task Ten_rows_and_a_service_that_refuses_half_of_all_submits_end_with_ten_jobs(int status)
    {
        await using var session = await SimulatedSession.StartAsync();
        session.Hurry();
        session.Simulator.SetFaults(new FaultRule { Operation = Operation.Submit, Fault = FaultKind.Answer, Status = status, Share = 0.5 });

        ScriptResult result = session.Run($"1..10 | ForEach-Object {{ \"p$_\" }} | New-SFVideo {Swift}").ThrowOnError();

        string[] expected = [.. Enumerable.Range(1, 10).Select(i => $"p{i}").Order()];
        Assert.Equal(expected, result.Output.Get("Prompt").Order());
        Assert.Equal(expected, session.Simulator.Bill.Select(entry => entry.Prompt).Order());
        Assert.InRange(session.Simulator.Calls.Count - 10, 1, 20);
    }

    [Fact]
    public async Task A_thousand_rows_pass_a_service_with_a_rate_limit_and_are_each_billed_once()
    {
        const int rows = 1000;
        var time = new SwiftTime();
        await using var session = await SimulatedSession.StartAsync(new SimulatorOptions { SubmitsPerMinute = 250, TimeProvider = time });
        session.Hurry(time);

        ScriptResult result = session.Run($"1..{rows} | ForEach-Object {{ \"p$_\" }} | New-SFVideo {Swift}").ThrowOnError();

        string[] expected = [.. Enumerable.Range(1, rows).Select(i => $"p{i}").Order()];
        Assert.Equal(expected, result.Output.Get("Prompt").Order());
        Assert.Equal(expected, session.Simulator.Bill.Select(entry => entry.Prompt).Order());
        Assert.InRange(session.Simulator.Calls.Count - rows, 1, rows / 4);
    }

    [Fact]
    public async Task Rows_that_a_limited_service_refused_are_not_left_behind_by_new_ones()
    {
        var time = new SwiftTime();
        await using var session = await SimulatedSession.StartAsync(new SimulatorOptions { SubmitsPerMinute = 10, TimeProvider = time });
        session.Hurry(time);

        session.Run($"1..40 | ForEach-Object {{ \"$_\" }} | New-SFVideo -ThrottleLimit 4 {Swift}").ThrowOnError();

        int[] taken = [.. session.Simulator.Bill.Select(entry => int.Parse(entry.Prompt, System.Globalization.CultureInfo.InvariantCulture))];

        // While a row rests for its 20 s at most, a minute may end: two minutes' rows pass it, and no more.
        Assert.All(taken.Select((row, place) => place + 1 - row), late => Assert.True(late <= 20, $"{late} rows passed one."));
    }

    [Fact]
    public async Task A_row_gives_up_when_its_time_is_over_and_no_retry_is_made_without_any()
    {
        await using var session = await SimulatedSession.StartAsync();
        session.Simulator.SetFaults(Pause with { RetryAfter = null });

        ScriptResult result = session.Run("1..20 | ForEach-Object { \"p$_\" } | New-SFVideo -RetryTimeoutSec 0");

        Assert.Equal(20, result.Errors.Count);
        Assert.All(result.Errors, error => Assert.Equal("RateLimited", error.Id()));
        Assert.Equal(20, session.Simulator.Calls.Count);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("86401")]
    public async Task A_retry_timeout_out_of_range_is_refused(string seconds)
    {
        await using var session = await SimulatedSession.StartAsync();

        Assert.Equal("ParameterArgumentValidationError", Assert.Single(session.Run($"'p' | New-SFVideo -RetryTimeoutSec {seconds}").Errors).Id());
        Assert.Empty(session.Simulator.Calls);
    }

    [Fact]
    public async Task Ctrl_C_during_a_pause_ends_it_with_nothing_more_sent()
    {
        await using var session = await SimulatedSession.StartAsync();
        session.Simulator.SetFaults(Pause with { Occurrences = 1 });
        RunningScript script = session.Start("1..20 | ForEach-Object { \"p$_\" } | New-SFVideo -Verbose -ThrottleLimit 1");
        await script.Until(now => now.Verbose.Contains("The service asks for a pause: all calls wait for 300.0 s."));

        ScriptResult result = await script.StopAsync();

        Assert.True(result.Stopped);
        Assert.Single(session.Simulator.Calls);
        Assert.Empty(session.Simulator.Bill);
    }

    [Fact]
    public async Task A_pause_holds_the_next_command_of_the_session_too()
    {
        await using var session = await SimulatedSession.StartAsync();
        session.Simulator.SetFaults(Pause with { Occurrences = 1 });
        Assert.Equal("RateLimited", Assert.Single(session.Run("New-SFVideo p -RetryTimeoutSec 1").Errors).Id());

        RunningScript second = session.Start("'started'; [pscustomobject]@{ RequestId = 'any' } | Get-SFVideo");
        await second.Until(now => now.Output.Count == 1);
        ScriptResult result = await second.StopAsync();

        Assert.True(result.Stopped);
        Assert.Equal(0, session.Simulator.CountOf(Operation.Status));
    }

    [Fact]
    public async Task One_job_is_enough_for_a_command_that_wants_one_while_others_are_held_back()
    {
        await using var session = await SimulatedSession.StartAsync();
        session.Session.ImportTestCmdlets();
        session.Simulator.SetFaults(Pause with { Occurrences = "2-" });

        ScriptResult result = session.Run("1..20 | ForEach-Object { \"p$_\" } | New-SFVideo -ThrottleLimit 1 | Select-First; 'after'").ThrowOnError();

        Assert.Equal("after", result.Output[1].BaseObject);
        Assert.Single(session.Simulator.Bill);
        Assert.InRange(session.Simulator.Calls.Count, 1, 2);
    }

    [Fact]
    public async Task ErrorAction_Stop_ends_the_script_with_the_first_row_that_gives_up()
    {
        await using var session = await SimulatedSession.StartAsync();
        session.Simulator.SetFaults(Pause);

        ScriptResult result = session.Run("1..20 | ForEach-Object { \"p$_\" } | New-SFVideo -ThrottleLimit 1 -RetryTimeoutSec 60 -ErrorAction Stop; 'after'");

        Assert.Equal("RateLimited", result.Terminated!.ErrorRecord.Id());
        Assert.Single(session.Simulator.Calls);
    }

    [Fact]
    public async Task Retried_rows_count_once_for_MaxSubmissions()
    {
        await using var session = await SimulatedSession.StartAsync();
        session.Hurry();
        session.Simulator.SetFaults(Pause with { RetryAfter = null, Share = 0.5 });

        ScriptResult result = session.Run("1..10 | ForEach-Object { \"p$_\" } | New-SFVideo -MaxSubmissions 4").ThrowOnError();

        Assert.Equal(4, session.Simulator.Bill.Count);
        Assert.StartsWith("6 rows were not submitted", Assert.Single(result.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verbose_tells_of_slowing_down()
    {
        await using var session = await SimulatedSession.StartAsync();
        session.Hurry();
        session.Simulator.SetFaults(Pause with { RetryAfter = null, Occurrences = "1-8" });

        ScriptResult result = session.Run("1..20 | ForEach-Object { \"p$_\" } | New-SFVideo -Verbose").ThrowOnError();

        Assert.Contains(result.Verbose, line => line.StartsWith("Submitting as the service allows: ", StringComparison.Ordinal));
        Assert.Contains(result.Verbose, line => line.StartsWith("Submit: retry 1 in ", StringComparison.Ordinal));
    }
}
