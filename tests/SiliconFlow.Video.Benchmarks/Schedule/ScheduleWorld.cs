using SiliconFlow.Video.Waiting;

namespace SiliconFlow.Video.Benchmarks.Schedule;

/// <summary>How a service takes its jobs.</summary>
internal enum QueueKind
{
    /// <summary>So many run at once, the others wait in the order of their submits; jobs of others stand before ours.</summary>
    InOrder,

    /// <summary>As <see cref="InOrder"/>, but any of those that wait may be next.</summary>
    AnyOrder,

    /// <summary>Every job runs at once.</summary>
    None,
}

/// <summary>When a job was submitted, when its run began and when it ended, in seconds.</summary>
internal readonly record struct JobTimes(double Submitted, double Begun, double Ended)
{
    public double Run => Ended - Begun;
}

/// <summary>Makes the jobs of one seeded run of a service. Polls change nothing about them.</summary>
internal sealed record ScheduleWorld(QueueKind Queue, int Jobs, double Median = 150, double Spread = 0.4)
{
    /// <summary>How many jobs run at once.</summary>
    public const int Places = 20;

    /// <summary>Submits are so far apart, in seconds.</summary>
    public const double Between = 0.1;

    /// <summary>A job's length, drawn anew.</summary>
    public double Length(Random random) => Median * Math.Exp(Spread * Normal(random));

    /// <summary>The mean length of a job.</summary>
    public double MeanLength => Median * Math.Exp(Spread * Spread / 2);

    /// <summary>The share of jobs that are no longer than this.</summary>
    public double Ended(double length) => length > 0 ? 1 - NormalCurve.Above(Math.Log(length / Median) / Spread) : 0;

    /// <summary>The jobs of a run.</summary>
    public JobTimes[] Draw(Random random)
    {
        if (Queue == QueueKind.None)
        {
            return [.. Enumerable.Range(0, Jobs).Select(i => (At: i * Between, Run: Length(random))).Select(job => new JobTimes(job.At, job.At, job.At + job.Run))];
        }

        // The places are all taken by jobs of others when ours come, with up to as many more before ours in the line.
        var free = new PriorityQueue<int, double>();
        for (var i = 0; i < Places; i++)
        {
            free.Enqueue(i, Length(random) * random.NextDouble());
        }

        var line = Enumerable.Repeat(-1, random.Next(Places + 1)).Concat(Enumerable.Range(0, Jobs)).ToList();
        var jobs = new JobTimes[Jobs];
        while (line.Count > 0)
        {
            free.TryDequeue(out var place, out var at);
            var submitted = line.Count(job => job * Between <= at);
            var pick = Queue == QueueKind.InOrder || submitted == 0 ? 0 : random.Next(submitted);
            var (job, run) = (line[pick], Length(random));
            line.RemoveAt(pick);
            var begun = Math.Max(at, Math.Max(0, job) * Between);
            free.Enqueue(place, begun + run);
            if (job >= 0)
            {
                jobs[job] = new JobTimes(job * Between, begun, begun + run);
            }
        }

        return jobs;
    }

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
