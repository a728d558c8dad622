using System.Diagnostics;
using System.Management.Automation;
using SiliconFlow.Simulator;
using SiliconFlow.Video.Journaling;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Commands;

/// <summary>Ctrl+C within a batch, and two batches at a time.</summary>
public sealed class JournalStopTests : JournalTest
{
    private readonly TextHost _host = new(400);

    [Fact]
    public async Task Ids_that_come_shortly_after_the_stop_are_kept_and_rows_not_sent_are_sent_next_time()
    {
        using var session = Open();
        var hold = Service.HoldCalls(Operation.Submit);
        var batch = Start(session, Submit + " -ThrottleLimit 2", Rows("a", "b", "c", "d"));
        await Service.WaitForCallAsync(Operation.Submit, 2);

        var stop = batch.StopAsync();
        await _host.Warned;
        hold.Dispose();
        Assert.True((await stop).Stopped);

        Assert.Equal([JournalEvent.Intent, JournalEvent.Intent, JournalEvent.Submitted, JournalEvent.Submitted], Events().Order());
        Assert.Equal(2, Service.Bill.Count);
        Assert.Contains(_host.Lines, line => line == $"Stopped. Run the same line again to go on: what is paid for is in the journal '{JournalPath}'.");
        Assert.Equal(["a", "b", "c", "d"], Texts(Run(Line, Rows("a", "b", "c", "d")).ThrowOnError(), "Prompt"));
        Assert.Equal(["a", "b", "c", "d"], Paid);
    }

    [Fact]
    public async Task A_service_that_never_answers_leaves_its_rows_unknown()
    {
        using var session = Open();
        using var hold = Service.HoldCalls(Operation.Submit);
        var batch = Start(session, Line, Rows("a"));
        await Service.WaitForCallAsync(Operation.Submit);
        var clock = Stopwatch.StartNew();

        Assert.True((await batch.StopAsync()).Stopped);

        Assert.InRange(clock.Elapsed, TimeSpan.FromSeconds(1.5), TimeSpan.FromSeconds(10));
        Assert.Equal([JournalEvent.Intent, JournalEvent.Unknown], Events());
        hold.Dispose();
        Assert.Equal("SubmitOutcomeUnknown", Id(Assert.Single(Run(Line, Rows("a")).Errors)));
        Assert.Equal(1, CallsOf(Operation.Submit));
    }

    [Fact]
    public async Task A_stop_while_waiting_tells_how_to_go_on_too()
    {
        await using var slow = await ServiceSimulator.StartAsync(new SimulatorOptions { HoldJobs = true, Seed = 2 });
        using var session = Open(slow);
        var batch = Start(session, Line, Rows("a"));
        await slow.WaitForCallEndAsync(Operation.Status);

        Assert.True((await batch.StopAsync()).Stopped);

        Assert.Contains(_host.Lines, line => line.StartsWith("Stopped. Run the same line again", StringComparison.Ordinal));
        Assert.Equal([JournalEvent.Intent, JournalEvent.Submitted], Events());
        slow.SucceedAll();
        Assert.Single(session.Run(Line).ThrowOnError().Output);
        Assert.Single(slow.Bill);
    }

    [Fact]
    public async Task A_second_batch_on_the_journal_is_refused_at_once()
    {
        using var session = Open();
        var hold = Service.HoldCalls(Operation.Submit);
        var batch = Start(session, Submit, Rows("a"));
        await Service.WaitForCallAsync(Operation.Submit);

        var second = Run(Submit, Rows("b"));

        Assert.Equal("JournalLocked", Id(Error(second)));
        Assert.Equal(ErrorCategory.ResourceBusy, Error(second).CategoryInfo.Category);
        hold.Dispose();
        (await batch.Completion).ThrowOnError();
        Assert.Equal(["b"], Texts(Run(Submit, Rows("b")).ThrowOnError(), "Prompt"));
        Assert.Equal(["a", "b"], Paid);
    }

    [Fact]
    public void A_batch_that_failed_lets_go_of_its_journal()
    {
        Refuse(Service, 401, "\"Invalid token\"");
        Run(Submit, Rows("a"));
        Service.SetFaults();
        Run(Submit + " | ForEach-Object { throw 'downstream' }", Rows("a"));

        Assert.Single(Run(Line, Rows("a")).ThrowOnError().Output);
        Assert.Equal(["a"], Paid);
    }

    private static RunningScript Start(ModuleRunspace session, string script, PSObject[] rows) =>
        session.Start(script, variables: new Dictionary<string, object?> { ["rows"] = rows });

    /// <summary>Another session in the same folder, before a screen.</summary>
    private ModuleRunspace Open(ServiceSimulator? service = null)
    {
        var session = ModuleRunspace.Open(_host);
        session.Run(
            "Connect-SFVideo -ApiKey sk-any -BaseUri $uri; $ExecutionContext.SessionState.Path.SetLocation($folder)",
            variables: new Dictionary<string, object?> { ["uri"] = (service ?? Service).BaseUri, ["folder"] = Folder.Path }).ThrowOnError();
        return session;
    }
}
