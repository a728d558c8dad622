using SiliconFlow.Video.Waiting;

namespace SiliconFlow.Video.Benchmarks.Schedule;

/// <summary>Lets a client wait for the jobs of a world, in virtual time. Answers take no time.</summary>
internal static class Simulation
{
    /// <summary>How many runs the model was learned from before, where it was.</summary>
    public const int Learned = 30;

    private const int Unlimited = 60000;

    /// <summary>The module.</summary>
    /// <param name="tally">Takes what comes of it.</param>
    /// <param name="world">The service.</param>
    /// <param name="seed">What the run is drawn from.</param>
    /// <param name="pace">How much calls are worth.</param>
    /// <param name="isWarm">Whether a journal tells of earlier runs.</param>
    /// <param name="callsPerMinute">The budget it is given; null for none.</param>
    /// <param name="limit">What the service lets through in a minute without the module knowing; null for all.</param>
    public static void Run(Tally tally, ScheduleWorld world, int seed, PollPace pace, bool isWarm, int? callsPerMinute = null, int? limit = null)
    {
        tally.NewRun();
        var random = new Random(seed);
        var times = world.Draw(random);
        var plan = new PollPlan(new PollRules(null, pace, random), new PollBudget(callsPerMinute ?? Unlimited));
        for (var i = 0; isWarm && i < Learned; i++)
        {
            plan.Of("").RunTimes.Learn(world.Length(random), []);
        }

        var jobs = new Dictionary<PollJob, JobTimes>();
        var bucket = new RefusingService(limit / 60.0);
        var added = 0;
        for (var left = times.Length; left > 0;)
        {
            var arrives = added < times.Length ? times[added].Submitted : double.PositiveInfinity;
            var now = Math.Min(arrives, plan.NextAt);
            if (arrives <= now)
            {
                var job = new PollJob(null, arrives, isFresh: true, double.PositiveInfinity);
                jobs.Add(job, times[added++]);
                plan.Add(job, now);
            }
            else if (plan.Take(now) is { } asked)
            {
                tally.Poll(now);
                var truth = jobs[asked];
                if (bucket.Refuses(now))
                {
                    tally.Refused++;
                    plan.Failed(asked, 0, tooMany: true, now, now);
                }
                else if (truth.Ended <= now)
                {
                    tally.Found(now - truth.Ended);
                    plan.Ended(asked, succeeded: true, truth.Run, now);
                    left--;
                }
                else
                {
                    plan.Pending(asked, now < truth.Begun ? SFVideoStatus.InQueue : SFVideoStatus.InProgress, now);
                }
            }
        }
    }

    /// <summary>Another client. Under a budget its calls stand in a line that lets as many through, which is more than such clients do for themselves.</summary>
    public static void Run(Tally tally, ScheduleWorld world, int seed, Rival rival, int? callsPerMinute = null)
    {
        tally.NewRun();
        var random = new Random(seed);
        var times = world.Draw(random);
        var spacing = callsPerMinute is { } calls ? 60.0 / calls : 0;
        var next = new PriorityQueue<(int Job, int Number), double>();
        for (var i = 0; i < times.Length; i++)
        {
            next.Enqueue((i, 0), times[i].Submitted + rival.Wait(0, random));
        }

        var free = 0.0;
        while (next.TryDequeue(out var asked, out var due))
        {
            // A call that has to stand in the line is one that the service would have refused.
            tally.Refused += free > due ? 1 : 0;
            var now = Math.Max(due, free);
            free = now + spacing;
            tally.Poll(now);
            if (times[asked.Job].Ended <= now)
            {
                tally.Found(now - times[asked.Job].Ended);
            }
            else
            {
                next.Enqueue((asked.Job, asked.Number + 1), now + rival.Wait(asked.Number + 1, random));
            }
        }
    }
}
