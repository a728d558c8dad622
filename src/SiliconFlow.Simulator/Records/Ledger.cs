namespace SiliconFlow.Simulator;

/// <summary>The bill: every submit that was taken, and who waits for one.</summary>
internal sealed class Ledger
{
    private readonly Lock _gate = new();
    private readonly List<BillEntry> _entries = [];
    private readonly Milestones<int, BillEntry> _milestones = new();

    public IReadOnlyList<BillEntry> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _entries];
            }
        }
    }

    /// <summary>Takes a job and bills it in one step, so that the bill is in the order of the jobs.</summary>
    public Job Take(Func<Job> take, Func<Job, BillEntry> bill)
    {
        lock (_gate)
        {
            var job = take();
            var entry = bill(job);
            _entries.Add(entry);
            _milestones.Reach(_entries.Count, entry);
            return job;
        }
    }

    /// <summary>The nth entry, once it is there.</summary>
    public Task<BillEntry> WaitAsync(int entry, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return entry <= _entries.Count ? Task.FromResult(_entries[entry - 1]) : _milestones.WaitAsync(entry, cancellationToken);
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _entries.Clear();
        }
    }

    /// <summary>Ends every wait.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _milestones.Cancel();
        }
    }
}
