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
        var module = (Assembly)Session.Run("(Get-Command New-SFVideo).ImplementingType.Assembly").Output[0].BaseObject;
        const BindingFlags any = BindingFlags.Static | BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public;

        // Held open, so that its flushes can be counted afterwards.
        var hold = module.GetType(typeof(Journal).FullName!)!.GetMethod("Hold", any)!.Invoke(null, [JournalPath, TimeProvider.System, false])!;
        try
        {
            Run(Submit + " -ThrottleLimit 64", Rows([.. Enumerable.Range(1, rows).Select(i => $"row {i}")])).ThrowOnError();

            var journal = hold.GetType().GetProperty("Journal", any)!.GetValue(hold)!;
            var flushes = (long)journal.GetType().GetProperty("Flushes", any)!.GetValue(journal)!;
            Assert.Equal(2 * rows, Events().Length);
            Assert.InRange(flushes, 1, rows);
        }
        finally
        {
            ((IDisposable)hold).Dispose();
        }

        Assert.Equal(rows, Service.Bill.Count);
    }
}
