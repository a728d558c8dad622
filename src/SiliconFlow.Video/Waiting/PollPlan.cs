namespace SiliconFlow.Video.Waiting;

/// <summary>
/// Decides which of many waiting jobs is asked about when: the question that is worth the most goes first, as soon as it is due and the budget allows.
/// Pure: it knows no clock and makes no call. Times are in seconds on a clock of the caller's. For one thread at a time.
/// </summary>
/// <param name="rules">When each job is due.</param>
/// <param name="budget">When a call may start.</param>
internal sealed class PollPlan(PollRules rules, PollBudget budget)
{
    /// <summary>What waits for its turn is weighed anew as often.</summary>
    private const double WeighingSpan = 1;

    private const double FirstBackoff = 1.5;
    private const double LongestBackoff = 25;

    private readonly Dictionary<string, ModelJobs> _models = new(StringComparer.Ordinal);
    private readonly PollHeap _due = new(static (a, b) => a.Due < b.Due);
    private readonly PollHeap _ready = new(static (a, b) => a.Worth > b.Worth);
    private double _weighedAt;
    private long _number;

    /// <summary>What is known of a model.</summary>
    internal ModelJobs Of(string model)
    {
        if (!_models.TryGetValue(model, out var jobs))
        {
            _models.Add(model, jobs = new ModelJobs());
        }

        return jobs;
    }

    /// <summary>Adds a job.</summary>
    internal void Add(PollJob job, double now)
    {
        job.Order = (job.SubmittedAt ?? now, ++_number);
        job.NotBefore = job.SubmittedAt;
        var model = Of(job.Model);
        model.Add(job);
        LetRest(job, model, job.IsFresh);
        Schedule(job, job.IsDormant ? rules.Next(job, model, now) : rules.First(job, model, now));
    }

    /// <summary>Takes a job out, where it is in: it has ended, or nobody waits for it any more.</summary>
    internal void Remove(PollJob job, double now)
    {
        var model = Of(job.Model);
        Unschedule(job);
        if (model.Remove(job))
        {
            WakeGuards(model, now);
        }
    }

    /// <summary>The job to ask about now; null where none is due or the budget is spent. It stays out of the plan until the answer is told.</summary>
    internal PollJob? Take(double now)
    {
        if (now < budget.Next)
        {
            return null;
        }

        while (_due.First is { } first && first.Due <= now)
        {
            _due.Remove(first);
            first.Worth = WorthOf(first, now);
            _ready.Add(first);
        }

        if (now - _weighedAt >= WeighingSpan)
        {
            _weighedAt = now;
            foreach (var job in _ready.All)
            {
                job.Worth = WorthOf(job, now);
            }

            _ready.Reorder();
        }

        while (_ready.First is { } best)
        {
            _ready.Remove(best);
            if (!SendsToRest(best, now))
            {
                budget.Spend(now);
                return best;
            }
        }

        return null;
    }

    /// <summary>When <see cref="Take"/> may have a job next; infinity where none waits.</summary>
    internal double NextAt => _ready.Count > 0 ? budget.Next : _due.First is { } first ? Math.Max(budget.Next, first.Due) : double.PositiveInfinity;

    /// <summary>Tells that an answer shows a job as pending.</summary>
    internal void Pending(PollJob job, SFVideoStatus status, double now)
    {
        budget.Answered(now);
        var model = Of(job.Model);
        job.Failures = 0;
        if (status == SFVideoStatus.InQueue && model.QueuedMeansQueued && job.StartedBy is null)
        {
            job.NotBefore = now;
            model.Order.SeenQueued(job, now);
            LetRest(job, model);
        }
        else
        {
            SawBegun(job, model, now);
        }

        job.Seen = status;
        job.SeenAt = now;
        model.MakeScout(job);
        Schedule(job, rules.Next(job, model, now));
        WakeGuards(model, now);
    }

    /// <summary>Tells that an answer shows a job as ended, which takes it out.</summary>
    /// <param name="job">The job.</param>
    /// <param name="succeeded">False for one that failed, of which nothing is learned.</param>
    /// <param name="inference">How long the run took, as the service says, in seconds.</param>
    /// <param name="now">The time of the answer.</param>
    internal void Ended(PollJob job, bool succeeded, double? inference, double now)
    {
        budget.Answered(now);
        var model = Of(job.Model);
        var known = model.RunTimes.Count;
        if (succeeded)
        {
            job.NotBefore = Later(job.NotBefore, model.Order.SurelyQueuedAt(job));
            model.Order.Began(job);
            model.Learn(job, inference, now);
        }

        Remove(job, now);
        if (model.RunTimes.Count > known && IsMilestone(model.RunTimes.Count))
        {
            PlanAnew(model, now);
        }
    }

    /// <summary>Tells that a question got no usable answer; the job is asked about again later.</summary>
    /// <param name="job">The job.</param>
    /// <param name="retryAfter">How long the service asked to stay away, in seconds; 0 where it did not.</param>
    /// <param name="tooMany">Whether the service refused the call for there were too many.</param>
    /// <param name="asked">When the call started.</param>
    /// <param name="now">When it failed.</param>
    /// <returns>How long until the job is due again, in seconds.</returns>
    internal double Failed(PollJob job, double retryAfter, bool tooMany, double asked, double now)
    {
        if (tooMany)
        {
            budget.Refused(asked, now);
        }

        job.Failures++;
        var backoff = rules.Jitter(Math.Min(LongestBackoff, FirstBackoff * Math.Pow(2, Math.Min(job.Failures, 10) - 1)));
        Schedule(job, now + Math.Max(retryAfter, backoff));
        return job.Due - now;
    }

    /// <summary>How long it takes until all jobs have ended, in seconds; null where nothing is known to tell from.</summary>
    internal double? Remaining(double now)
    {
        double? longest = null;
        foreach (var model in _models.Values)
        {
            if (model.Pending.Count > 0)
            {
                if (model.Remaining(now) is not { } remaining)
                {
                    return null;
                }

                longest = Math.Max(longest ?? 0, remaining);
            }
        }

        return longest;
    }

    /// <summary>The jobs whose time is up, of those that wait for their turn.</summary>
    internal List<PollJob> Overdue(double now) => [.. _due.All.Concat(_ready.All).Where(job => job.Deadline <= now)];

    /// <summary>The next deadline of all that wait; infinity where none does.</summary>
    internal double NextDeadline => _due.All.Concat(_ready.All).Select(static job => job.Deadline).DefaultIfEmpty(double.PositiveInfinity).Min();

    private static double? Later(double? a, double? b) => a is null || b > a ? b ?? a : a;

    /// <summary>Whether so many runs say enough more than those before to plan all jobs anew.</summary>
    private static bool IsMilestone(int count) => count <= RunTimes.Enough || (count & (count - 1)) == 0;

    /// <summary>Puts a job off that others stand guard for by now.</summary>
    private bool SendsToRest(PollJob job, double now)
    {
        var model = Of(job.Model);
        if (job.IsDormant || job.StartedBy is not null || now >= job.Deadline || !LetRest(job, model))
        {
            return false;
        }

        Schedule(job, rules.Next(job, model, now));
        return true;
    }

    private bool LetRest(PollJob job, ModelJobs model, bool mayRest = true)
    {
        var rests = mayRest && rules.Interval is null && model.Order.MayRest(job);
        if (rests)
        {
            model.Rest(job);
        }
        else
        {
            model.Wake(job);
        }

        return rests;
    }

    private static void SawBegun(PollJob job, ModelJobs model, double now)
    {
        if (job.StartedBy is null)
        {
            job.NotBefore = Later(job.NotBefore, model.Order.SurelyQueuedAt(job));
            job.StartedBy = now;
            model.Wake(job);
            model.Order.Began(job);
        }
    }

    /// <summary>Asks again about jobs that rested and may do so no longer.</summary>
    private void WakeGuards(ModelJobs model, double now)
    {
        if (model.Resting == 0)
        {
            return;
        }

        foreach (var job in model.Order.Holds ? model.Order.Guards : model.Pending)
        {
            if (model.Wake(job) && job.Place >= 0)
            {
                Unschedule(job);
                Schedule(job, Math.Max(now, job.SeenAt is { } seen ? rules.Next(job, model, seen) : now));
            }
        }
    }

    /// <summary>Plans all jobs of a model by what was just learned.</summary>
    private void PlanAnew(ModelJobs model, double now)
    {
        foreach (var job in model.Pending)
        {
            if (job is { Place: >= 0, Failures: 0, SeenAt: { } seen })
            {
                Unschedule(job);
                Schedule(job, Math.Max(now, rules.Next(job, model, seen)));
            }
        }
    }

    private void Schedule(PollJob job, double due)
    {
        job.Due = Math.Min(due, job.Deadline);
        _due.Add(job);
    }

    private void Unschedule(PollJob job)
    {
        if (!_due.Remove(job))
        {
            _ready.Remove(job);
        }
    }

    private double WorthOf(PollJob job, double now) => now >= job.Deadline ? double.PositiveInfinity : rules.Worth(job, Of(job.Model), now);
}
