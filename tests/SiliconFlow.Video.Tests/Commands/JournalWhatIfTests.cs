using SiliconFlow.Simulator;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Commands;

/// <summary>What would be paid.</summary>
public sealed class JournalWhatIfTests : JournalTest
{
    [Fact]
    public void A_batch_that_was_never_run_leaves_no_trace()
    {
        Run(Submit + " -WhatIf", Rows("a", "b")).ThrowOnError();
        Run(Line.Replace("run.jsonl", "run.jsonl -WhatIf", StringComparison.Ordinal), Rows("a", "b")).ThrowOnError();

        Assert.Empty(Folder.Files);
        Assert.Empty(Service.Calls);
    }

    [Theory]
    [InlineData("", 2, 3, 1)]
    [InlineData(" -RetryFailed", 3, 2, 1)]
    [InlineData(" -RetryUnknown", 3, 3, 0)]
    [InlineData(" -RetryFailed -RetryUnknown", 4, 2, 0)]
    [InlineData(" -MaxSubmissions 1", 1, 3, 1)]
    public void Rows_are_counted_by_what_would_happen_to_them(string switches, int paid, int resumed, int skipped)
    {
        Service.SetFaults(
            new FaultRule { Operation = Operation.Submit, Fault = FaultKind.Answer, Status = 400, Prompt = "rejected" },
            new FaultRule { Operation = Operation.Submit, Fault = FaultKind.DropAfterTaking, Prompt = "unknown" },
            new FaultRule { Operation = Operation.Submit, Fault = FaultKind.GenerationFailed, Prompt = "failed" });
        Run(SubmitAndWait, Rows("rejected", "unknown", "failed", "done", "done"));
        var journal = JournalText();
        var calls = Service.Calls.Count;
        var host = new TextHost(300);
        using var session = ModuleRunspace.Open(host);
        session.Run(
            "Connect-SFVideo -ApiKey sk-any -BaseUri $uri; $ExecutionContext.SessionState.Path.SetLocation($folder)",
            variables: new Dictionary<string, object?> { ["uri"] = Service.BaseUri, ["folder"] = Folder.Path }).ThrowOnError();

        var result = session.Run(Submit + " -WhatIf" + switches, variables: new Dictionary<string, object?> { ["rows"] = Rows("rejected", "unknown", "failed", "done", "new", "done") });

        Assert.Equal(skipped, result.Errors.Count);
        Assert.Contains(
            host.Lines,
            line => line == $"What if: {Count(paid)} would be submitted and paid, {resumed} go on from the journal, {skipped} are skipped since their outcome is unknown.");
        Assert.Equal(paid, host.Lines.Count(line => line.Contains("Submit a paid video", StringComparison.Ordinal)));
        Assert.Equal(journal, JournalText());
        Assert.Equal(calls, Service.Calls.Count);
    }

    [Fact]
    public async Task A_journal_in_use_can_be_counted_too()
    {
        var hold = Service.HoldCalls(Operation.Submit);
        var batch = Start(Submit, Rows("a"));
        await Service.WaitForCallAsync(Operation.Submit);
        using var session = ModuleRunspace.Open();
        session.Run("Connect-SFVideo -ApiKey sk-any -BaseUri $uri", variables: new Dictionary<string, object?> { ["uri"] = Service.BaseUri }).ThrowOnError();

        session.Run("'b' | New-SFVideo -Journal $path -WhatIf", variables: new Dictionary<string, object?> { ["path"] = JournalPath }).ThrowOnError();

        hold.Dispose();
        (await batch.Completion).ThrowOnError();
        Assert.Equal(["a"], Paid);
    }

    private static string Count(int rows) => rows == 1 ? "1 row" : $"{rows} rows";
}
