namespace SiliconFlow.Video.Waiting;

/// <summary>What is learned from the jobs of one model for one another.</summary>
internal sealed class ModelJobs
{
    /// <summary>How many jobs are watched closely while nothing is known of the model: they learn for the others.</summary>
    private const int MaxScouts = 20;

    /// <summary>How often a job may have run while it was said to be queued until that word counts for nothing.</summary>
    private const int MaxWrongQueued = 2;

    private const int MaxAges = 500;

    /// <summary>In seconds. What is said to have been shorter was not measured.</summary>
    private const double ShortestRun = 0.1;

    private readonly List<PollJob> _pending = [];
    private int _scouts;
    private int _wrongQueued;
    private int _ended;
    private double? _firstEnd;
    private double _lastEnd;

    internal RunTimes RunTimes { get; } = new();

    internal QueueOrder Order { get; } = new();

    /// <summary>The jobs that are waited for.</summary>
    internal IReadOnlyList<PollJob> Pending => _pending;

    /// <summary>How many of them rest.</summary>
    internal int Resting { get; private set; }

    /// <summary>True while too few runs were seen to go by.</summary>
    internal bool IsNew => RunTimes.Count < RunTimes.Enough;

    /// <summary>Whether a job that is said to be queued is.</summary>
    internal bool QueuedMeansQueued => _wrongQueued < MaxWrongQueued;

    /// <summary>Adds a job.</summary>
    internal void Add(PollJob job)
    {
        job.Index = _pending.Count;
        _pending.Add(job);
        Order.Add(job);
        MakeScout(job);
    }

    /// <summary>Takes a job out; false where it is not in.</summary>
    internal bool Remove(PollJob job)
    {
        if (job.Index >= _pending.Count || _pending[job.Index] != job)
        {
            return false;
        }

        var last = _pending[_pending.Count - 1];
        _pending[job.Index] = last;
        last.Index = job.Index;
        _pending.RemoveAt(_pending.Count - 1);
        Order.Remove(job);
        Wake(job);
        _scouts -= job.IsScout ? 1 : 0;
        job.IsScout = false;
        return true;
    }

    /// <summary>Lets a job rest while others stand guard for it.</summary>
    internal void Rest(PollJob job)
    {
        Resting += job.IsDormant ? 0 : 1;
        job.IsDormant = true;
    }

    /// <summary>Ends a job's rest; false where it did not rest.</summary>
    internal bool Wake(PollJob job)
    {
        var rested = job.IsDormant;
        Resting -= rested ? 1 : 0;
        job.IsDormant = false;
        return rested;
    }

    /// <summary>Makes a job a scout, where one is missing.</summary>
    internal void MakeScout(PollJob job)
    {
        if (!job.IsScout && _scouts < MaxScouts)
        {
            job.IsScout = true;
            _scouts++;
        }
    }

    /// <summary>Learns from a job that an answer shows as finished.</summary>
    /// <param name="job">The job as it was known before that answer.</param>
    /// <param name="inference">How long the run took, as the service says.</param>
    /// <param name="now">The time of the answer.</param>
    internal void Learn(PollJob job, double? inference, double now)
    {
        // The service's own figure counts as far as it agrees with what was seen.
        var longest = job.NotBefore is { } start ? now - start : double.PositiveInfinity;
        var shortest = job is { StartedBy: { } by, SeenAt: { } seen } ? Math.Max(0, seen - by) : 0;
        if (job is { Seen: SFVideoStatus.InQueue, SeenAt: { } queued } && (inference > now - queued + 5 || (!IsNew && now - queued < RunTimes.At(-3))))
        {
            _wrongQueued++;
            return;
        }

        var length = inference is > 0 ? Math.Max(shortest, Math.Min(inference.Value, longest))
            : shortest > 0 && longest < 1.6 * shortest ? (shortest + longest) / 2
            : 0;
        _firstEnd ??= now;
        _lastEnd = now;
        _ended++;
        if (length > 0)
        {
            RunTimes.Learn(Math.Max(length, ShortestRun), Ages(job));
        }
    }

    /// <summary>How long so many ends take at the pace so far, in seconds; null where too few were seen to tell.</summary>
    internal double? TimeFor(int ends) =>

        // The time between the first end and the last saw one end fewer than there were.
        _ended >= RunTimes.Enough && _lastEnd > _firstEnd ? ends * (_lastEnd - _firstEnd.Value) / (_ended - 1) : null;

    /// <summary>For how long the runs that go on were seen to do so: of all jobs or, where they are many, of enough to know.</summary>
    private List<double> Ages(PollJob but)
    {
        var ages = new List<double>();
        var every = Math.Max(1, Pending.Count / MaxAges);
        var number = 0;
        foreach (var job in Pending)
        {
            if (number++ % every == 0 && job != but && job is { StartedBy: { } by, SeenAt: { } seen })
            {
                ages.Add(seen - (((job.NotBefore ?? by) + by) / 2));
            }
        }

        return ages;
    }
}
