namespace SiliconFlow.Video.Waiting;

/// <summary>When a job is asked for next, and how much a question is worth. Pure: it knows no clock.</summary>
/// <param name="interval">The caller's own interval, kept to as it is; null to go by what is known of the jobs.</param>
/// <param name="pace">How much calls are worth.</param>
/// <param name="random">Keeps jobs and clients that began together from asking together.</param>
internal sealed class PollRules(double? interval, PollPace pace, Random random)
{
    /// <summary>A job that was just submitted is seen to be running or queued then, or to have been refused at once.</summary>
    private const double FirstLook = 10;

    /// <summary>As <see cref="FirstLook"/>, while nothing is known of the model: its jobs may take seconds.</summary>
    private const double FirstLookAtNew = 2;

    /// <summary>While nothing is known of a model, a job that may be running is asked at least as often; a younger one whenever its age has doubled.</summary>
    private const double LongestGapOfNew = 5;

    /// <summary>As <see cref="LongestGapOfNew"/>, of a job in the queue.</summary>
    private const double LongestQueueGapOfNew = 10;

    /// <summary>However sure the model is, a running job is not left alone longer.</summary>
    private const double LongestGap = 90;

    /// <summary>A queued job is asked so seldom, since its run is still to come.</summary>
    private const double LongestQueueGap = 60;

    /// <summary>A job that rests since others stand guard for it is asked so seldom, in case the order does not hold.</summary>
    private const double RestGap = 300;

    /// <summary>As <see cref="RestGap"/>, until enough jobs began in order.</summary>
    private const double RestGapAtFirst = 60;

    /// <summary>What a question about a job that rests is worth of what it would be otherwise.</summary>
    private const double RestWorth = 0.005;

    /// <summary>What a question about a running job is worth at least: the model may be wrong.</summary>
    private const double LeastChance = 0.05;

    /// <summary>Short runs are asked about more often, since the same delay counts for more: in proportion to their length, down to this part of the gap.</summary>
    private const double ShortestGap = 0.2;

    /// <summary>A job that was just seen in the queue is asked again before this part of the shortest runs is over.</summary>
    private const double PartOfRun = 0.8;

    /// <summary>One run in a hundred lasts longer; what does is asked ever more seldom.</summary>
    private const double LateEnds = 2.33;

    private const double FirstBackoff = 1.5;
    private const double LongestBackoff = 25;

    /// <summary>The caller's own interval.</summary>
    internal double? Interval => interval;

    /// <summary>When a job is asked for the first time. What was not just submitted may have ended already.</summary>
    internal double First(PollJob job, ModelJobs model, double now)
    {
        if (!job.IsFresh)
        {
            return now;
        }

        var look = interval ?? (model.IsNew ? FirstLookAtNew : Math.Min(FirstLook, model.RunTimes.At(pace.Early))) * Between(0.7, 1.3);
        return Math.Max(now, job.SubmittedAt!.Value + look);
    }

    /// <summary>When a job is asked for again that an answer has just shown as pending.</summary>
    internal double Next(PollJob job, ModelJobs model, double now)
    {
        if (interval is { } own)
        {
            return now + own;
        }

        var close = GapOf(model);
        if (job.StartedBy is not { } startedBy)
        {
            return now + (QueueGap(job, model, close) * Between(0.8, 1));
        }

        var runs = model.RunTimes;
        var from = StartOf(job, startedBy, runs);
        var middle = (from + startedBy) / 2;
        var late = runs.At(LateEnds);

        // The first close question falls anywhere in a gap, so that what was submitted together is not asked together from then on. The later gaps are cut
        // by little: cutting them by half, as "full jitter" does, would cost a third more questions for the same delay.
        var next = Math.Max(
            now + (close * Math.Max(1, (now - middle) / late) * Between(0.94, 1)),
            middle + runs.At(pace.Early, startedBy - from) + (close * Between(0, 1)));
        var longest = model.IsNew && job.IsScout
            ? Math.Min(close, Math.Min(LongestGapOfNew, Math.Max(FirstLookAtNew, now - from)))
            : Math.Max(LongestGap, close);
        return Math.Min(next, now + (longest * Between(0.94, 1)));
    }

    /// <summary>The expected time for which an answer would by now have been waiting for a question.</summary>
    internal double Worth(PollJob job, ModelJobs model, double now)
    {
        if (interval is not null || (job.SeenAt ?? job.NotBefore) is not { } seen)
        {
            return now - job.Due;
        }

        var runs = model.RunTimes;
        var start = job.StartedBy is { } by ? (StartOf(job, by, runs) + by) / 2 : job.NotBefore ?? seen;
        var chance = runs.Ended(seen - start, now - start) + (job.StartedBy is null ? 0 : LeastChance);

        // Had it ended, it would on average have done so in the middle of the time since.
        return chance * (now - seen) / 2 * (job.IsDormant ? RestWorth : 1);
    }

    /// <summary>How long a job waits after so many failures in a row, scattered so that jobs that failed together do not come again together.</summary>
    internal double Backoff(int failures) => Math.Min(LongestBackoff, FirstBackoff * Math.Pow(2, Math.Min(failures, 10) - 1)) * Between(0.5, 1);

    private double QueueGap(PollJob job, ModelJobs model, double close)
    {
        if (job.IsDormant)
        {
            return model.Order.IsProven ? RestGap : RestGapAtFirst;
        }

        var safe = Math.Max(close, Math.Min(LongestQueueGap, PartOfRun * model.RunTimes.At(pace.Early)));
        return model.IsNew && job.IsScout ? Math.Min(safe, LongestQueueGapOfNew) : safe;
    }

    private double GapOf(ModelJobs model) =>
        pace.Gap * (model.IsNew ? 1 : Math.Min(1, Math.Max(ShortestGap, model.RunTimes.Median / RunTimes.UsualMedian)));

    /// <summary>The earliest moment at which the run may have begun: it is going on, so it did not begin an age ago.</summary>
    private static double StartOf(PollJob job, double startedBy, RunTimes runs) =>
        Math.Max(job.NotBefore ?? double.NegativeInfinity, startedBy - runs.At(LateEnds));

    private double Between(double low, double high) => low + ((high - low) * random.NextDouble());
}
