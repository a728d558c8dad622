namespace SiliconFlow.Video.Waiting;

/// <summary>
/// Decides which of many waiting jobs is asked about when: the question that is worth the most goes first, as soon as it is due and the budget allows.
/// Pure: it knows no clock and makes no call. Times are in seconds on a clock of the caller's. For one thread at a time.
/// </summary>
internal sealed class PollPlan
{
    private readonly PollRules _rules;
    private readonly PollBudget _budget;
    private readonly PollQueue _queue;
    private readonly QueueRest _rest;
    private readonly Dictionary<string, ModelJobs> _models = new(StringComparer.Ordinal);
    private long _number;

    /// <param name="rules">When each job is due.</param>
    /// <param name="budget">When a call may start.</param>
    internal PollPlan(PollRules rules, PollBudget budget)
    {
        _rules = rules;
        _budget = budget;
        _queue = new PollQueue((job, now) => rules.Worth(job, Of(job.Model), now));
        _rest = new QueueRest(rules, _queue);
    }

    /// <summary>When <see cref="Take"/> may have a job next; infinity where none waits.</summary>
    internal double NextAt => _queue.HasReady ? _budget.Next : _queue.NextDue is { } due ? Math.Max(_budget.Next, due) : double.PositiveInfinity;

    /// <summary>The next deadline of all that wait for their turn; infinity where none does.</summary>
    internal double NextDeadline => _queue.NextDeadline;

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
        _rest.Update(job, model, job.IsFresh);
        _queue.Schedule(job, job.IsDormant ? _rules.Next(job, model, now) : _rules.First(job, model, now));
    }

    /// <summary>Takes a job out, where it is in: it has ended, or nobody waits for it any more.</summary>
    internal void Remove(PollJob job, double now)
    {
        var model = Of(job.Model);
        _queue.Unschedule(job);
        if (model.Remove(job))
        {
            _rest.WakeGuards(model, now);
        }
    }

    /// <summary>The job to ask about now; null where none is due or the budget is spent. It stays out of the plan until the answer is told.</summary>
    internal PollJob? Take(double now)
    {
        if (now < _budget.Next)
        {
            return null;
        }

        _queue.Weigh(now);
        while (_queue.TakeBest() is { } best)
        {
            if (!_rest.PutsOff(best, Of(best.Model), now))
            {
                _budget.Spend(now);
                return best;
            }
        }

        return null;
    }

    /// <summary>Tells that an answer shows a job as pending.</summary>
    internal void Pending(PollJob job, SFVideoStatus status, double now)
    {
        _budget.Answered(now);
        var model = Of(job.Model);
        job.Failures = 0;
        if (status == SFVideoStatus.InQueue && model.QueuedMeansQueued && job.StartedBy is null)
        {
            job.NotBefore = now;
            model.Order.SeenQueued(job, now);
            _rest.Update(job, model);
        }
        else
        {
            SawBegun(job, model, now);
        }

        job.Seen = status;
        job.SeenAt = now;
        model.MakeScout(job);
        _queue.Schedule(job, _rules.Next(job, model, now));
        _rest.WakeGuards(model, now);
    }

    /// <summary>Tells that an answer shows a job as ended, which takes it out.</summary>
    /// <param name="job">The job.</param>
    /// <param name="succeeded">False for one that failed, of which nothing is learned.</param>
    /// <param name="inference">How long the run took, as the service says, in seconds.</param>
    /// <param name="now">The time of the answer.</param>
    internal void Ended(PollJob job, bool succeeded, double? inference, double now)
    {
        _budget.Answered(now);
        var model = Of(job.Model);
        var known = model.RunTimes.Count;
        if (succeeded)
        {
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
            _budget.Refused(asked, now);
        }

        job.Failures++;
        _queue.Schedule(job, now + Math.Max(retryAfter, _rules.Backoff(job.Failures)));
        return job.Due - now;
    }

    /// <summary>How long it takes until all jobs have ended, in seconds; null where nothing is known to tell from.</summary>
    internal double? Remaining(double now) => RemainingTime.Of(_models.Values, now);

    /// <summary>The jobs whose time is up, of those that wait for their turn.</summary>
    internal List<PollJob> Overdue(double now) => _queue.Overdue(now);

    /// <summary>Whether so many runs say enough more than those before to plan all jobs anew.</summary>
    private static bool IsMilestone(int count) => count <= RunTimes.Enough || (count & (count - 1)) == 0;

    private static void SawBegun(PollJob job, ModelJobs model, double now)
    {
        if (job.StartedBy is null)
        {
            job.StartedBy = now;
            model.Wake(job);
            model.Order.Began(job);
        }
    }

    /// <summary>Plans all jobs of a model by what was just learned.</summary>
    private void PlanAnew(ModelJobs model, double now)
    {
        foreach (var job in model.Pending)
        {
            if (job is { Place: >= 0, Failures: 0, SeenAt: { } seen })
            {
                _queue.Reschedule(job, Math.Max(now, _rules.Next(job, model, seen)));
            }
        }
    }
}
