using SiliconFlow.Simulator;

namespace SiliconFlow.Video.Tests.Commands;

/// <summary>Looking into journals, and piping on what is in them.</summary>
public sealed class GetSFVideoJournalTests : JournalTest
{
    private void MakeOneOfEach()
    {
        Service.SetFaults(
            new FaultRule { Operation = Operation.Submit, Fault = FaultKind.Answer, Status = 400, Prompt = "rejected" },
            new FaultRule { Operation = Operation.Submit, Fault = FaultKind.DropAfterTaking, Prompt = "unknown" },
            new FaultRule { Operation = Operation.Submit, Fault = FaultKind.GenerationFailed, Prompt = "failed", Reason = "too dark" });
        Run(Submit + " -ThrottleLimit 1", Rows("rejected", "unknown", "submitted"));
        Run(SubmitAndWait, Rows("failed", "succeeded"));
        Run(Line, Rows("saved")).ThrowOnError();
        Service.SetFaults();
    }

    [Fact]
    public void Each_row_is_shown_as_it_stands_and_can_be_chosen_by_it()
    {
        MakeOneOfEach();

        var all = Run("Get-SFVideoJournal run.jsonl").ThrowOnError();

        Assert.Equal(6, all.Output.Count);
        Assert.Equal(["rejected", "unknown", "submitted"], all.Output.Take(3).Select(row => $"{row.Properties["Prompt"].Value}"));
        foreach (var (prompt, status) in new[] { ("rejected", "Rejected"), ("unknown", "OutcomeUnknown"), ("submitted", "Submitted"), ("failed", "Failed"), ("succeeded", "Succeeded"), ("saved", "Saved") })
        {
            var row = Assert.Single(Run($"Get-SFVideoJournal run.jsonl -Status {status}").ThrowOnError().Output);
            Assert.Equal(prompt, row.Properties["Prompt"].Value);
            Assert.Equal(status, $"{row.Properties["Status"].Value}");
            Assert.Equal(JournalPath, row.Properties["Journal"].Value);
            Assert.Equal(prompt is "rejected" or "unknown" ? "" : Service.Bill.Single(entry => entry.Prompt == prompt).RequestId, row.Properties["RequestId"].Value);
        }

        Assert.Equal(["failed", "saved"], Texts(Run("Get-SFVideoJournal run.jsonl -Status Saved, Failed"), "Prompt"));
        Assert.Empty(Run("Get-SFVideoJournal run.jsonl -Status InQueue").ThrowOnError().Output);
        Assert.Equal("too dark", Run("Get-SFVideoJournal run.jsonl -Status Failed").Output[0].Properties["Reason"].Value);
    }

    [Fact]
    public void What_is_not_finished_can_be_finished_from_the_journal_alone()
    {
        Run(Submit, Row("a cat", "cat"), Row("waves")).ThrowOnError();

        var files = Run("Get-SFVideoJournal run.jsonl -Status Submitted | Wait-SFVideo -PollIntervalSec 0.1 | Save-SFVideo -Destination videos").ThrowOnError();

        Assert.Equal(["", "cat"], Texts(files, "Name"));
        Assert.Equal(["Saved", "Saved"], Texts(Run("Get-SFVideoJournal run.jsonl"), "Status"));
        Assert.Equal(2, Service.Bill.Count);
        Assert.Empty(Run("Get-SFVideoJournal run.jsonl -Status Submitted").Output);
    }

    [Theory]
    [InlineData("Get-SFVideo")]
    [InlineData("Wait-SFVideo -PollIntervalSec 0.1 -ErrorVariable +ignored")]
    [InlineData("Save-SFVideo -Destination videos")]
    public void Rows_that_have_no_job_are_refused_one_by_one_without_a_call(string command)
    {
        Service.SetFaults(
            new FaultRule { Operation = Operation.Submit, Fault = FaultKind.Answer, Status = 400, Prompt = "rejected" },
            new FaultRule { Operation = Operation.Submit, Fault = FaultKind.DropAfterTaking, Prompt = "unknown" });
        Run(Submit + " -ThrottleLimit 1", Row("rejected"), Row("unknown", "mine"), Row("a cat"));
        var job = Service.Bill.Single(entry => entry.Prompt == "a cat").RequestId;

        var result = Run($"Get-SFVideoJournal run.jsonl | {command}");

        Assert.Equal([job], Texts(result, "RequestId"));
        Assert.Equal(["InvalidRequest", "InvalidRequest"], result.Errors.Select(Id));
        Assert.StartsWith("rejected: It has no request id", result.Errors[0].ToString(), StringComparison.Ordinal);
        Assert.StartsWith("mine: It has no request id", result.Errors[1].ToString(), StringComparison.Ordinal);
        Assert.Equal("unknown", ((dynamic)result.Errors[1].TargetObject).Prompt);
        Assert.All(Service.Calls.Where(call => call.Operation != Operation.Submit), call => Assert.Equal(job, call.RequestId));
    }

    [Theory]
    [InlineData("Get-SFVideoJournal ./run.jsonl")]
    [InlineData("Get-SFVideoJournal -Path $full")]
    [InlineData("Get-SFVideoJournal J:/run.jsonl")]
    [InlineData("Get-SFVideoJournal J:run.jsonl")]
    [InlineData("'run.jsonl' | Get-SFVideoJournal")]
    [InlineData("[IO.FileInfo] $full | Get-SFVideoJournal")]
    [InlineData("[pscustomobject] @{ FullName = $full } | Get-SFVideoJournal")]
    [InlineData("[pscustomobject] @{ PSPath = \"Microsoft.PowerShell.Core\\FileSystem::$full\" } | Get-SFVideoJournal")]
    [InlineData("$jobs | Get-SFVideoJournal")]
    public void A_journal_is_given_in_many_ways(string script)
    {
        Run("$jobs = " + Submit, Rows("a")).ThrowOnError();

        var result = Session.Run(
            MakeDrive + script,
            variables: new Dictionary<string, object?> { ["full"] = JournalPath, ["root"] = Folder.Path });

        Assert.Equal(["a"], Texts(result.ThrowOnError(), "Prompt"));
    }

    [Fact]
    public void A_journal_that_cannot_be_read_is_an_error_and_the_others_are_shown()
    {
        Run(Submit, Rows("a")).ThrowOnError();
        File.WriteAllText(Folder["bad.jsonl"], "damage\n");

        var result = Run("Get-SFVideoJournal nowhere.jsonl, bad.jsonl, run.jsonl");

        Assert.Equal(["JournalUnreadable", "JournalUnreadable"], result.Errors.Select(Id));
        Assert.Contains("Line 1 ", result.Errors[1].ToString(), StringComparison.Ordinal);
        Assert.Equal(["a"], Texts(result, "Prompt"));
    }

    [Fact]
    public async Task A_journal_can_be_looked_at_while_a_batch_is_at_work_and_without_a_connection()
    {
        var hold = Service.HoldCalls(Operation.Submit);
        var batch = Start(Submit, Rows("a"));
        await Service.WaitForCallAsync(Operation.Submit);
        using var other = Hosting.ModuleRunspace.Open();

        var result = other.Run("Get-SFVideoJournal $path", variables: new Dictionary<string, object?> { ["path"] = JournalPath }).ThrowOnError();

        Assert.Equal(["OutcomeUnknown"], Texts(result, "Status"));
        hold.Dispose();
        (await batch.Completion).ThrowOnError();
    }
}
