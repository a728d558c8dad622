namespace SiliconFlow.Video.Waiting;

/// <summary>How long it takes until jobs have ended, as far as can be told. Pure: it knows no clock.</summary>
internal static class RemainingTime
{
    /// <summary>The job to end last is likely to be one of the slow ones: so many standard deviations from the middle.</summary>
    private const double SlowRun = 1;

    /// <summary>The time until all jobs of all models have ended, in seconds; null where nothing is known to tell from.</summary>
    internal static double? Of(IEnumerable<ModelJobs> models, double now)
    {
        double? longest = null;
        foreach (var model in models)
        {
            if (model.Pending.Count > 0)
            {
                if (Of(model, now) is not { } remaining)
                {
                    return null;
                }

                longest = Math.Max(longest ?? 0, remaining);
            }
        }

        return longest;
    }

    /// <summary>As for all models; null where jobs are queued and too few have ended to tell how fast the queue moves.</summary>
    private static double? Of(ModelJobs model, double now)
    {
        var runs = model.RunTimes;
        var (queued, running) = (0, 0.0);
        foreach (var job in model.Pending)
        {
            if (job.Seen == SFVideoStatus.InQueue || job.IsDormant)
            {
                queued++;
            }
            else
            {
                var age = now - (job.StartedBy ?? job.NotBefore ?? now);
                running = Math.Max(running, Math.Max(runs.At(SlowRun) - age, runs.Median / 10));
            }
        }

        if (queued == 0)
        {
            return running;
        }

        return model.TimeFor(queued) is { } time ? Math.Max(running, time + runs.Median) : null;
    }
}
