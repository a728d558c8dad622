namespace SiliconFlow.Video.Waiting;

/// <summary>
/// What the jobs of a model tell about one another: services take jobs roughly in the order of their submits. Behind the last job that is known to have
/// begun only a few need be asked; the others can wait. Where jobs turn out to begin in another order, nothing is concluded any more. Pure: it knows no clock.
/// </summary>
internal sealed class QueueOrder
{
    /// <summary>How many jobs are asked behind the last one that began: several, since one may be stuck.</summary>
    private const int Sentinels = 3;

    /// <summary>How many jobs must have begun before anything is concluded.</summary>
    private const int Enough = 3;

    private static readonly IComparer<PollJob> ByOrder = Comparer<PollJob>.Create(static (a, b) => a.Order.CompareTo(b.Order));

    /// <summary>The jobs not known to have begun, in order.</summary>
    private readonly List<PollJob> _queued = [];

    private (double At, long Number) _front = (double.NegativeInfinity, 0);
    private (double At, long Number) _queuedFrom = (double.PositiveInfinity, 0);
    private double _queuedAt = double.NegativeInfinity;
    private int _begun;
    private int _overtaken;

    /// <summary>Whether jobs begin in order as far as was seen, but for one in ten.</summary>
    internal bool Holds => 10 * (_overtaken - 1) <= _begun;

    /// <summary>Whether enough jobs began in order to rely on it.</summary>
    internal bool IsProven => Holds && _begun >= Enough;

    /// <summary>The jobs that stand guard behind the last one that began, and those that it went past.</summary>
    internal IEnumerable<PollJob> Guards => _queued.Take(IndexOfFront() + Sentinels);

    /// <summary>Adds a job that is not known to have begun.</summary>
    internal void Add(PollJob job) => _queued.Insert(~_queued.BinarySearch(job, ByOrder), job);

    /// <summary>Whether a job may be left alone for now, since jobs before it stand guard.</summary>
    internal bool MayRest(PollJob job) => Holds && _queued.BinarySearch(job, ByOrder) - IndexOfFront() >= Sentinels;

    /// <summary>A job was seen in the queue.</summary>
    internal void SeenQueued(PollJob job, double now)
    {
        if (job.Order.CompareTo(_front) < 0)
        {
            _overtaken += job.WasOvertaken ? 0 : 1;
            job.WasOvertaken = true;
        }
        else if (job.Order.CompareTo(_queuedFrom) <= 0 || _queuedFrom.CompareTo(_front) <= 0)
        {
            (_queuedFrom, _queuedAt) = (job.Order, now);
        }
    }

    /// <summary>A job was seen to have begun, or to have ended.</summary>
    internal void Began(PollJob job)
    {
        if (SurelyQueuedAt(job) is { } queued && (job.NotBefore is null || queued > job.NotBefore))
        {
            job.NotBefore = queued;
        }

        if (Remove(job))
        {
            _begun++;
            _front = job.Order.CompareTo(_front) > 0 ? job.Order : _front;
        }
    }

    /// <summary>Takes a job out; false where it is not there.</summary>
    internal bool Remove(PollJob job)
    {
        var index = _queued.BinarySearch(job, ByOrder);
        if (index < 0)
        {
            return false;
        }

        _queued.RemoveAt(index);
        return true;
    }

    /// <summary>The latest time at which a job was surely still in the queue, since one before it was; null where that is not known.</summary>
    private double? SurelyQueuedAt(PollJob job) => Holds && job.Order.CompareTo(_queuedFrom) >= 0 ? _queuedAt : null;

    private int IndexOfFront()
    {
        // The front's own job has left the list.
        var (low, high) = (0, _queued.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _queued[middle].Order.CompareTo(_front) < 0 ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
