using SiliconFlow.Simulator;
using SiliconFlow.Video.Journaling;

namespace SiliconFlow.Video.Tests.Commands;

/// <summary>Rows that ended badly, or that nobody knows of, on the next run.</summary>
public sealed class JournalRetryTests : JournalTest
{
    [Fact]
    public void A_failed_job_is_told_again_and_paid_again_only_when_asked()
    {
        Service.SetFaults(new FaultRule { Operation = Operation.Submit, Fault = FaultKind.GenerationFailed, Reason = "too dark", Occurrences = 1 });
        var first = Run(Line, Rows("a"));
        Assert.Equal("GenerationFailed", Id(Assert.Single(first.Errors)));

        var second = Run(Line, Rows("a"));
        Assert.Contains("too dark", Assert.Single(second.Errors).ToString(), StringComparison.Ordinal);
        Assert.Equal("GenerationFailed", Id(second.Errors[0]));
        Assert.Single(Service.Bill);

        var third = Run(Line.Replace("run.jsonl", "run.jsonl -RetryFailed", StringComparison.Ordinal), Rows("a"));
        Assert.Single(third.ThrowOnError().Output);
        Assert.Equal(2, Service.Bill.Count);

        Assert.Equal(Files(third), Files(Run(Line.Replace("run.jsonl", "run.jsonl -RetryFailed", StringComparison.Ordinal), Rows("a"))));
        Assert.Equal(2, Service.Bill.Count);
    }

    [Theory]
    [InlineData(FaultKind.DropAfterTaking, null)]
    [InlineData(FaultKind.Answer, 500)]
    [InlineData(FaultKind.GarbageJson, null)]
    public void An_unknown_outcome_is_left_alone_until_the_user_asks(FaultKind fault, int? status)
    {
        Service.SetFaults(new FaultRule { Operation = Operation.Submit, Fault = fault, Status = status, TakesJob = status is not null, Prompt = "lost" });
        var first = Run(Submit, Rows("lost", "a"));
        Assert.Equal("SubmitOutcomeUnknown", Id(Assert.Single(first.Errors)));
        Service.SetFaults();

        var second = Run(Submit, Rows("lost", "a"));

        Assert.Equal(["a"], Texts(second, "Prompt"));
        var error = Assert.Single(second.Errors);
        Assert.Equal("SubmitOutcomeUnknown", Id(error));
        Assert.StartsWith("Row 1 (lost): ", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("-RetryUnknown", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal(["a", "lost"], Paid);

        Assert.Equal(["a", "lost"], Texts(Run(Submit + " -RetryUnknown", Rows("lost", "a")).ThrowOnError(), "Prompt"));
        Assert.Equal(["a", "lost", "lost"], Paid);
        Run(Submit + " -RetryUnknown", Rows("lost", "a")).ThrowOnError();
        Assert.Equal(3, Service.Bill.Count);
    }

    [Fact]
    public void An_intent_without_an_outcome_is_unknown()
    {
        Run(Submit, Rows("a")).ThrowOnError();
        File.WriteAllLines(JournalPath, File.ReadAllLines(JournalPath).Take(1));

        var result = Run(Submit, Rows("a"));

        Assert.Equal("SubmitOutcomeUnknown", Id(Assert.Single(result.Errors)));
        Assert.Empty(result.Output);
        Assert.Single(Service.Bill);
    }

    [Fact]
    public void Failed_and_unknown_rows_are_retried_each_by_its_own_switch()
    {
        Service.SetFaults(
            new FaultRule { Operation = Operation.Submit, Fault = FaultKind.DropAfterTaking, Prompt = "lost", Occurrences = 1 },
            new FaultRule { Operation = Operation.Submit, Fault = FaultKind.GenerationFailed, Prompt = "bad", Occurrences = 1 });
        Run(SubmitAndWait, Rows("lost", "bad"));

        Run(SubmitAndWait.Replace("run.jsonl", "run.jsonl -RetryFailed", StringComparison.Ordinal), Rows("lost", "bad"));
        Assert.Equal(["bad", "bad", "lost"], Paid);

        Run(SubmitAndWait.Replace("run.jsonl", "run.jsonl -RetryUnknown", StringComparison.Ordinal), Rows("lost", "bad"));
        Assert.Equal(["bad", "bad", "lost", "lost"], Paid);
        Assert.Equal([JournalEvent.Succeeded, JournalEvent.Succeeded], Run("Get-SFVideoJournal run.jsonl").Output.Select(row => Enum.Parse<JournalEvent>($"{row.Properties["Status"].Value}")));
    }
}
