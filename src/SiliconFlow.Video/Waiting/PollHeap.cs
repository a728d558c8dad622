namespace SiliconFlow.Video.Waiting;

/// <summary>A binary heap whose jobs know their places, so that any may be taken out or moved.</summary>
/// <param name="comesFirst">Whether one job goes before another.</param>
internal sealed class PollHeap(Func<PollJob, PollJob, bool> comesFirst)
{
    private readonly List<PollJob> _jobs = [];

    internal int Count => _jobs.Count;

    /// <summary>The jobs, in no order.</summary>
    internal IReadOnlyList<PollJob> All => _jobs;

    /// <summary>The job that goes first; null where there is none.</summary>
    internal PollJob? First => _jobs.Count == 0 ? null : _jobs[0];

    internal void Add(PollJob job)
    {
        job.Place = _jobs.Count;
        _jobs.Add(job);
        Rise(job.Place);
    }

    /// <summary>Takes a job out; false where it is not in this heap.</summary>
    internal bool Remove(PollJob job)
    {
        var place = job.Place;
        if (place < 0 || place >= _jobs.Count || _jobs[place] != job)
        {
            return false;
        }

        var last = _jobs[_jobs.Count - 1];
        _jobs.RemoveAt(_jobs.Count - 1);
        job.Place = -1;
        if (last != job)
        {
            Put(last, place);
            Sink(place);
            Rise(last.Place);
        }

        return true;
    }

    /// <summary>Orders the heap anew, after what it is ordered by has changed.</summary>
    internal void Reorder()
    {
        for (var i = (_jobs.Count / 2) - 1; i >= 0; i--)
        {
            Sink(i);
        }
    }

    private void Rise(int place)
    {
        var job = _jobs[place];
        for (int parent; place > 0 && comesFirst(job, _jobs[parent = (place - 1) / 2]); place = parent)
        {
            Put(_jobs[parent], place);
        }

        Put(job, place);
    }

    private void Sink(int place)
    {
        var job = _jobs[place];
        for (int child; (child = (2 * place) + 1) < _jobs.Count; place = child)
        {
            child += child + 1 < _jobs.Count && comesFirst(_jobs[child + 1], _jobs[child]) ? 1 : 0;
            if (!comesFirst(_jobs[child], job))
            {
                break;
            }

            Put(_jobs[child], place);
        }

        Put(job, place);
    }

    private void Put(PollJob job, int place)
    {
        _jobs[place] = job;
        job.Place = place;
    }
}
