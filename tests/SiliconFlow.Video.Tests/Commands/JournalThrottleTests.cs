using SiliconFlow.Simulator;
using SiliconFlow.Video.Journaling;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Commands;

/// <summary>What the journal holds of rows that the service refused for a while.</summary>
public sealed class JournalThrottleTests : JournalTest
{
    [Fact]
    public void Row_that_is_tried_often_has_one_intent_and_one_outcome()
    {
        Refuse(Service, 429, occurrences: "1-3");

        Run(Submit, Rows("a", "b")).ThrowOnError();

        Assert.Equal(5, CallsOf(Operation.Submit));
        Assert.Equal([JournalEvent.Intent, JournalEvent.Intent, JournalEvent.Submitted, JournalEvent.Submitted], Events().Order());
        Assert.Equal(["a", "b"], Paid);
    }

    [Fact]
    public void Row_that_gives_up_is_rejected_and_submitted_by_the_next_run()
    {
        Refuse(Service, 429, occurrences: "1");

        Assert.Equal("RateLimited", Id(Assert.Single(Run(Submit + " -RetryTimeoutSec 0", Rows("a")).Errors)));
        Assert.Equal([JournalEvent.Intent, JournalEvent.Rejected], Events());

        Assert.Equal(["a"], Texts(Run(Submit, Rows("a")).ThrowOnError(), "Prompt"));
        Assert.Equal(["a"], Paid);
    }

    [Fact]
    public async Task Row_that_waits_for_its_next_try_when_the_batch_is_stopped_was_surely_not_taken()
    {
        Service.SetFaults(new FaultRule { Operation = Operation.Submit, Fault = FaultKind.Answer, Status = 429, RetryAfter = "300" });
        RunningScript batch = Start(Submit + " -ThrottleLimit 1 -Verbose", Rows("a", "b"));
        await batch.Until(now => now.Verbose.Any(line => line.StartsWith("Submit: retry 1", StringComparison.Ordinal)));

        Assert.True((await batch.StopAsync()).Stopped);

        Assert.Equal([JournalEvent.Intent, JournalEvent.Rejected], Events());
        Assert.Equal(1, CallsOf(Operation.Submit));
    }

    [Fact]
    public void Row_that_waits_for_its_next_try_when_the_sending_ends_is_rejected()
    {
        Service.SetFaults(
            new FaultRule { Operation = Operation.Submit, Fault = FaultKind.Answer, Status = 429, Prompt = "busy" },
            new FaultRule { Operation = Operation.Submit, Fault = FaultKind.Answer, Status = 403, Prompt = "bad" });

        Assert.StartsWith("Submitting ended; 2 of 2 rows were not taken", Error(Run(Submit + " -ThrottleLimit 1", Rows("busy", "bad"))).ToString(), StringComparison.Ordinal);

        Assert.Equal([JournalEvent.Intent, JournalEvent.Intent, JournalEvent.Rejected, JournalEvent.Rejected], Events().Order());
        Assert.Empty(Paid);
    }
}
