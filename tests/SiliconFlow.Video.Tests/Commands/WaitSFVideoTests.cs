using System.Management.Automation;
using SiliconFlow.Simulator;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Commands;

public sealed class WaitSFVideoTests
{
    private static readonly SimulatorOptions Held = new() { HoldJobs = true };

    [Fact]
    public async Task Each_job_is_written_as_soon_as_it_is_done_and_a_slow_one_holds_up_no_other()
    {
        await using var session = await SimulatedSession.StartAsync(Held);
        session.Hurry();
        string[] ids = session.Submit([.. Enumerable.Range(1, 20).Select(i => $"hen {i}")]);
        string slow = ids[0];
        string[] order = [.. ids[1..].Reverse()];

        RunningScript script = session.Start("$jobs | Wait-SFVideo -PollIntervalSec 0.1");
        for (int done = 1; done <= order.Length; done++)
        {
            Assert.True(session.Simulator.TrySucceed(order[done - 1]));
            await script.Until(now => now.Output.Count == done);
        }

        Assert.True(session.Simulator.TrySucceed(slow));
        ScriptResult result = (await script.Completion).ThrowOnError();
        Assert.Equal([.. order, slow], result.RequestIds());
        Assert.All(result.Output, video => Assert.Equal("Succeeded", video.Text("Status")));
        Assert.Equal(ProgressRecordType.Completed, result.Progress[^1].RecordType);
    }

    [Fact]
    public async Task A_failed_job_is_an_error_with_the_job_as_target()
    {
        await using var session = await SimulatedSession.StartAsync(Held);
        string[] ids = session.Submit("with a reason", "without", "good");
        session.Simulator.TryFail(ids[0], "the prompt was refused");
        session.Simulator.TryFail(ids[1]);
        session.Simulator.TrySucceed(ids[2]);

        ScriptResult result = session.Run("$jobs | Wait-SFVideo -PollIntervalSec 0.1");

        Assert.Equal([ids[2]], result.RequestIds());
        ErrorRecord with = result.Errors.Single(error => error.TargetObject.ToString() == ids[0]);
        ErrorRecord without = result.Errors.Single(error => error.TargetObject.ToString() == ids[1]);
        Assert.Contains("the prompt was refused", with.ToString(), StringComparison.Ordinal);
        Assert.Contains("gave no reason", without.ToString(), StringComparison.Ordinal);
        Assert.Equal("Failed", PSObject.AsPSObject(with.TargetObject).Text("Status"));
        Assert.Equal("the prompt was refused", PSObject.AsPSObject(with.TargetObject).Text("Reason"));
    }

    [Fact]
    public async Task PassThru_also_writes_what_did_not_succeed()
    {
        await using var session = await SimulatedSession.StartAsync(Held);
        string[] ids = session.Submit("failed", "pending", "good");
        session.Simulator.TryFail(ids[0]);
        session.Simulator.TrySucceed(ids[2]);

        ScriptResult result = session.Run("$jobs | Wait-SFVideo -TimeoutSec 0 -PassThru");

        Assert.Equal(ids.Order(), result.RequestIds().Order());
        Assert.Equal(["GenerationFailed", "WaitTimeout"], result.Errors.Select(error => error.Id()).Order());
    }

    [Fact]
    public async Task A_timeout_of_zero_asks_once()
    {
        await using var session = await SimulatedSession.StartAsync(Held);
        session.Submit("a hen");

        ScriptResult result = session.Run("$jobs | Wait-SFVideo -TimeoutSec 0");

        ErrorRecord error = Assert.Single(result.Errors);
        Assert.Equal("WaitTimeout", error.Id());
        Assert.Contains("InQueue", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(result.Output);
        Assert.Equal(1, session.Simulator.CountOf(Operation.Status));
    }

    [Theory]
    [InlineData(429, "RateLimited")]
    [InlineData(500, "ServiceUnavailable")]
    [InlineData(503, "ServiceUnavailable")]
    public async Task A_timeout_of_zero_asks_once_also_where_that_fails(int status, string id)
    {
        await using var session = await SimulatedSession.StartAsync();
        session.Submit("a hen");
        session.Simulator.SetFaults(new FaultRule { Operation = Operation.Status, Fault = FaultKind.Answer, Status = status, RetryAfter = "0" });

        ScriptResult result = session.Run("$jobs | Wait-SFVideo -TimeoutSec 0");

        Assert.Equal(id, Assert.Single(result.Errors).Id());
        Assert.Equal(1, session.Simulator.CountOf(Operation.Status));
    }

    [Fact]
    public async Task A_job_that_is_not_done_in_time_can_be_waited_for_again()
    {
        await using var session = await SimulatedSession.StartAsync(Held);
        string id = session.Submit("a hen")[0];
        session.Simulator.TryStart(id);

        ScriptResult late = session.Run("$jobs | Wait-SFVideo -TimeoutSec 1 -PollIntervalSec 0.3 -ErrorVariable late -ErrorAction SilentlyContinue; $late");
        session.Simulator.TrySucceed(id);
        ScriptResult again = session.Run("$late.TargetObject | Wait-SFVideo -PollIntervalSec 0.3");

        Assert.Equal("WaitTimeout", ((ErrorRecord)Assert.Single(late.Output).BaseObject).Id());
        Assert.Contains("InProgress", late.Output[0].ToString(), StringComparison.Ordinal);
        Assert.Equal([id], again.ThrowOnError().RequestIds());
    }

    [Fact]
    public async Task A_job_that_has_ended_is_not_asked_again()
    {
        await using var session = await SimulatedSession.StartAsync(Held);
        string[] ids = session.Submit("good", "bad");
        session.Simulator.TrySucceed(ids[0]);
        session.Simulator.TryFail(ids[1]);
        session.Run("$ended = $jobs | Get-SFVideo").ThrowOnError();
        int asked = session.Simulator.CountOf(Operation.Status);

        ScriptResult result = session.Run("$ended | Wait-SFVideo");

        Assert.Equal([ids[0]], result.RequestIds());
        Assert.Equal("GenerationFailed", Assert.Single(result.Errors).Id());
        Assert.Equal(asked, session.Simulator.CountOf(Operation.Status));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(60001)]
    public async Task A_budget_that_makes_no_sense_is_refused(int budget)
    {
        await using var session = await SimulatedSession.StartAsync(Held);
        session.Submit("a hen");

        ScriptResult result = session.Run($"$jobs | Wait-SFVideo -TimeoutSec 0 -MaxPollsPerMinute {budget}");

        Assert.Equal("ParameterArgumentValidationError", Assert.Single(result.Errors).Id());
        Assert.Equal(0, session.Simulator.CountOf(Operation.Status));
    }

    [Fact]
    public async Task A_budget_spaces_the_questions()
    {
        await using var session = await SimulatedSession.StartAsync(Held);
        session.Submit("a hen", "a cock", "an egg");

        session.Run("$jobs | Wait-SFVideo -TimeoutSec 0 -MaxPollsPerMinute 120 -ErrorAction Ignore");

        var asked = session.Simulator.Calls.Where(call => call.Operation == Operation.Status).Select(call => call.At).ToArray();
        Assert.Equal(3, asked.Length);
        Assert.True((asked[^1] - asked[0]).TotalSeconds > 0.8);
    }

    [Theory]
    [InlineData("Success")]
    [InlineData("SUCCEEDED")]
    [InlineData("succeed")]
    public async Task Other_spellings_of_success_are_success(string spelling)
    {
        await using var session = await SimulatedSession.StartAsync();
        session.Submit("a hen");
        session.Simulator.SetFaults(new FaultRule { Operation = Operation.Status, Fault = FaultKind.StatusText, StatusText = spelling });

        Assert.Equal("Succeeded", Assert.Single(session.Run("$jobs | Wait-SFVideo -TimeoutSec 0").ThrowOnError().Output).Text("Status"));
    }

    [Fact]
    public async Task An_unknown_status_is_pending()
    {
        await using var session = await SimulatedSession.StartAsync();
        session.Hurry();
        session.Submit("a hen");
        session.Simulator.SetFaults(new FaultRule { Operation = Operation.Status, Fault = FaultKind.StatusText, StatusText = "Simmering", Occurrences = "1-3" });

        Assert.Equal("Succeeded", Assert.Single(session.Run("$jobs | Wait-SFVideo").ThrowOnError().Output).Text("Status"));
        Assert.Equal(4, session.Simulator.CountOf(Operation.Status));
    }
}
