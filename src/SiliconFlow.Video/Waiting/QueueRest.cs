namespace SiliconFlow.Video.Waiting;

/// <summary>Lets jobs rest far back in the service's queue while others stand guard for them, and wakes them when they have to stand guard themselves.</summary>
/// <param name="rules">When each job is due.</param>
/// <param name="queue">Where the jobs wait for their questions.</param>
internal sealed class QueueRest(PollRules rules, PollQueue queue)
{
    /// <summary>Lets a job rest or wakes it, as others stand guard for it or not; true where it rests.</summary>
    internal bool Update(PollJob job, ModelJobs model, bool mayRest = true)
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

    /// <summary>Puts a job off that others stand guard for by now; false where it is to be asked about.</summary>
    internal bool PutsOff(PollJob job, ModelJobs model, double now)
    {
        if (job.IsDormant || job.StartedBy is not null || now >= job.Deadline || !Update(job, model))
        {
            return false;
        }

        queue.Schedule(job, rules.Next(job, model, now));
        return true;
    }

    /// <summary>Asks again about jobs that rested and may do so no longer.</summary>
    internal void WakeGuards(ModelJobs model, double now)
    {
        if (model.Resting == 0)
        {
            return;
        }

        foreach (var job in model.Order.Holds ? model.Order.Guards : model.Pending)
        {
            if (model.Wake(job) && job.Place >= 0)
            {
                queue.Reschedule(job, Math.Max(now, job.SeenAt is { } seen ? rules.Next(job, model, seen) : now));
            }
        }
    }
}
