namespace SiliconFlow.Video.Waiting;

/// <summary>The jobs that wait for their questions: until they are due in the order of their times, and from then on in the order of what a question is worth.</summary>
/// <param name="worth">What a question about a job is worth at a time.</param>
internal sealed class PollQueue(Func<PollJob, double, double> worth)
{
    /// <summary>What waits for its turn is weighed anew as often, in seconds; where it is little, each time.</summary>
    private const double WeighingSpan = 1;

    /// <summary>So few jobs are quickly weighed.</summary>
    private const int Few = 64;

    private readonly PollHeap _due = new(static (a, b) => a.Due < b.Due);
    private readonly PollHeap _ready = new(static (a, b) => a.Worth > b.Worth);
    private double _weighedAt;

    /// <summary>Whether a job is due already, as far as was looked.</summary>
    internal bool HasReady => _ready.Count > 0;

    /// <summary>When the next job gets due; null where there is none.</summary>
    internal double? NextDue => _due.First?.Due;

    /// <summary>The next deadline of all that wait; infinity where none does.</summary>
    internal double NextDeadline => All.Select(static job => job.Deadline).DefaultIfEmpty(double.PositiveInfinity).Min();

    private IEnumerable<PollJob> All => _due.All.Concat(_ready.All);

    /// <summary>Lets a job wait until it is due, on its deadline at the latest.</summary>
    internal void Schedule(PollJob job, double due)
    {
        job.Due = Math.Min(due, job.Deadline);
        _due.Add(job);
    }

    /// <summary>Lets a job that waits already wait for another time.</summary>
    internal void Reschedule(PollJob job, double due)
    {
        Unschedule(job);
        Schedule(job, due);
    }

    /// <summary>Takes a job out, where it is in.</summary>
    internal void Unschedule(PollJob job)
    {
        if (!_due.Remove(job))
        {
            _ready.Remove(job);
        }
    }

    /// <summary>Weighs the jobs that are due.</summary>
    internal void Weigh(double now)
    {
        while (_due.First is { } first && first.Due <= now)
        {
            _due.Remove(first);
            first.Worth = WorthOf(first, now);
            _ready.Add(first);
        }

        if (_ready.Count <= Few || now - _weighedAt >= WeighingSpan)
        {
            _weighedAt = now;
            foreach (var job in _ready.All)
            {
                job.Worth = WorthOf(job, now);
            }

            _ready.Reorder();
        }
    }

    /// <summary>Takes out the job that is worth the most, of those that were weighed; null where there is none.</summary>
    internal PollJob? TakeBest()
    {
        var best = _ready.First;
        if (best is not null)
        {
            _ready.Remove(best);
        }

        return best;
    }

    /// <summary>The jobs whose time is up.</summary>
    internal List<PollJob> Overdue(double now) => [.. All.Where(job => job.Deadline <= now)];

    private double WorthOf(PollJob job, double now) => now >= job.Deadline ? double.PositiveInfinity : worth(job, now);
}
