using System.Reflection;
using SiliconFlow.Simulator;
using SiliconFlow.Video.Journaling;

namespace SiliconFlow.Video.Tests.Commands;

/// <summary>What is on the disk before what.</summary>
public sealed class JournalOrderTests : JournalTest
{
    [Fact]
    public async Task The_intent_is_written_before_the_submit_arrives_and_the_id_before_the_job_is_written()
    {
        var hold = Service.HoldCalls(Operation.Submit);
        var seen = new List<JournalEvent[]>();
        void Look() => seen.Add(Events());

        var batch = Session.Start(
            Submit + " | ForEach-Object { $look.Invoke(); $_ }",
            variables: new Dictionary<string, object?> { ["rows"] = Rows("a"), ["look"] = (Action)Look });
        await Service.WaitForCallAsync(Operation.Submit);

        Assert.Equal([JournalEvent.Intent], Events());
        hold.Dispose();
        var job = Assert.Single((await batch.Completion).ThrowOnError().Output);
        Assert.Equal([JournalEvent.Intent, JournalEvent.Submitted], Assert.Single(seen));
        Assert.Equal(Records()[1].RequestId, job.Properties["RequestId"].Value);
    }

    [Fact]
    public void A_thousand_rows_cost_far_fewer_flushes_than_records()
    {
        const int rows = 1000;

        var flushes = SubmitAndCountFlushes(rows, throttleLimit: 64);

        Assert.Equal(2 * rows, Events().Length);
        Assert.InRange(flushes, 1, rows);
        Assert.Equal(rows, Service.Bill.Count);
    }

    [Fact]
    public void An_id_and_the_next_rows_intent_share_a_flush_also_one_at_a_time()
    {
        const int rows = 100;

        // Were a place kept until its id is on the disk, each record would have a flush of its own.
        Assert.InRange(SubmitAndCountFlushes(rows, throttleLimit: 1), rows, (2 * rows) - 1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Wherever_a_crash_cuts_the_journal_off_no_more_rows_are_in_doubt_than_were_in_flight(int throttleLimit)
    {
        SubmitRows(200, throttleLimit);

        var inDoubt = 0;
        Assert.All(Events(), step => Assert.InRange(inDoubt += step == JournalEvent.Intent ? 1 : -1, 0, throttleLimit));
        Assert.Equal(0, inDoubt);
    }

    private void SubmitRows(int rows, int throttleLimit) =>
        Run($"{Submit} -ThrottleLimit {throttleLimit}", Rows([.. Enumerable.Range(1, rows).Select(i => $"row {i}")])).ThrowOnError();

    private long SubmitAndCountFlushes(int rows, int throttleLimit)
    {
        var module = (Assembly)Session.Run("(Get-Command New-SFVideo).ImplementingType.Assembly").Output[0].BaseObject;
        const BindingFlags any = BindingFlags.Static | BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public;

        // Held open, so that its flushes can be counted afterwards.
        using var hold = (IDisposable)module.GetType(typeof(Journal).FullName!)!.GetMethod("Hold", any)!.Invoke(null, [JournalPath, TimeProvider.System, false])!;
        SubmitRows(rows, throttleLimit);

        var journal = hold.GetType().GetProperty("Journal", any)!.GetValue(hold)!;
        return (long)journal.GetType().GetProperty("Flushes", any)!.GetValue(journal)!;
    }
}
