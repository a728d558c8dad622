using SiliconFlow.Simulator;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Commands;

/// <summary>A wait under a service that does not answer as it should.</summary>
public sealed class WaitFaultTests
{
    /// <summary>More than one question may take: what outlasts it is met with further polls.</summary>
    private const string BeyondRetries = "1-12";

    public static TheoryData<FaultRule> Passing =>
    [
        Answer(500), Answer(502), Answer(503), Answer(504), Answer(429),
        new FaultRule { Operation = Operation.Status, Fault = FaultKind.DropBeforeReading, Occurrences = BeyondRetries },
    ];

    public static TheoryData<FaultRule> Unusable =>
    [
        new FaultRule { Operation = Operation.Status, Fault = FaultKind.SucceedWithoutUrl },
        new FaultRule { Operation = Operation.Status, Fault = FaultKind.GarbageJson },
        new FaultRule { Operation = Operation.Status, Fault = FaultKind.GarbageJson, Body = """{"code":20015,"message":"odd","data":null}""" },
        new FaultRule { Operation = Operation.Status, Fault = FaultKind.GarbageJson, Body = "<html><body>Welcome to the hotel</body></html>" },
        new FaultRule { Operation = Operation.Status, Fault = FaultKind.EmptyBody },
    ];

    [Theory]
    [MemberData(nameof(Passing), DisableDiscoveryEnumeration = true)]
    public async Task Passing_failures_are_ridden_out(FaultRule fault)
    {
        await using var session = await SimulatedSession.StartAsync();
        session.Hurry();
        string id = session.Submit("a hen")[0];
        session.Simulator.SetFaults(fault);

        Assert.Equal([id], session.Run("$jobs | Wait-SFVideo").ThrowOnError().RequestIds());
        Assert.Equal(13, session.Simulator.CountOf(Operation.Status));
    }

    [Theory]
    [MemberData(nameof(Unusable), DisableDiscoveryEnumeration = true)]
    public async Task An_answer_that_cannot_be_used_ends_the_wait_for_that_job_after_a_few_tries(FaultRule fault)
    {
        await using var session = await SimulatedSession.StartAsync();
        session.Hurry();
        string[] ids = session.Submit("struck", "good");
        session.Simulator.SetFaults(fault with { RequestId = ids[0] });

        ScriptResult result = session.Run("$jobs | Wait-SFVideo");

        Assert.Equal([ids[1]], result.RequestIds());
        Assert.Equal("UnexpectedResponse", Assert.Single(result.Errors).Id());
        Assert.Equal(5, session.Simulator.Calls.Count(call => call.Operation == Operation.Status && call.RequestId == ids[0]));
    }

    [Theory]
    [InlineData(401, "Unauthorized")]
    [InlineData(404, "EndpointNotFound")]
    public async Task What_no_job_is_spared_ends_the_command_once_the_results_before_it_are_written(int status, string id)
    {
        await using var session = await SimulatedSession.StartAsync(new SimulatorOptions { HoldJobs = true });
        session.Hurry();
        string[] ids = session.Submit("first", "second", "third");
        session.Simulator.TrySucceed(ids[0]);

        RunningScript script = session.Start("$jobs | Wait-SFVideo; 'the script goes on'");
        await script.Until(now => now.Output.Count == 1);
        session.Simulator.SetFaults(new FaultRule { Operation = Operation.Status, Fault = FaultKind.Answer, Status = status });
        ScriptResult result = await script.Completion;

        Assert.Equal([ids[0], "the script goes on"], result.Lines);
        Assert.Equal(id, Assert.Single(result.Errors).Id());
    }

    [Fact]
    public async Task Other_refusals_end_the_wait_for_that_job()
    {
        await using var session = await SimulatedSession.StartAsync();
        string[] ids = session.Submit("struck", "good");
        session.Simulator.SetFaults(new FaultRule { Operation = Operation.Status, Fault = FaultKind.Answer, Status = 400, RequestId = ids[0] });

        ScriptResult result = session.Run("$jobs | Wait-SFVideo -PollIntervalSec 0.1");

        Assert.Equal([ids[1]], result.RequestIds());
        Assert.Equal("InvalidRequest", Assert.Single(result.Errors).Id());
        Assert.Equal(2, session.Simulator.CountOf(Operation.Status));
    }

    private static FaultRule Answer(int status) =>
        new() { Operation = Operation.Status, Fault = FaultKind.Answer, Status = status, RetryAfter = "0", Occurrences = BeyondRetries };
}
