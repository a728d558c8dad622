using System.Globalization;
using SiliconFlow.Video.Waiting;

namespace SiliconFlow.Video.Benchmarks.Schedule;

/// <summary>How often jobs are asked for, and how late their end is seen, in virtual time: the module beside how other clients poll.</summary>
internal static class ScheduleSuite
{
    private const double GapStep = 1.29;

    /// <summary>The delays of a cold start differ by little.</summary>
    private const int ColdRuns = 5000;

    private static readonly double[] Gaps = [.. Enumerable.Range(0, 30).Select(i => 0.08 * Math.Pow(GapStep, i))];

    /// <summary>Where the close questions begin: a service in which jobs start unseen needs them to begin earlier.</summary>
    private static readonly double[] Earlies = [-1.75, -1.88, -2.1, -2.5];

    private static readonly QueueKind[] Queues = [QueueKind.InOrder, QueueKind.AnyOrder, QueueKind.None];

    public static Task RunAsync()
    {
        Console.WriteLine($"Jobs of log-normal length (median 150 s, spread 0.4), {ScheduleWorld.Places} at once, up to as many of others before ours. \"Warm\" has learned from "
            + $"{Simulation.Learned} earlier runs. Delays in seconds: mean, and 95th percentile.");
        foreach (var queue in Queues)
        {
            foreach (var jobs in new[] { 1, 20, 500 })
            {
                WithoutBudget(new ScheduleWorld(queue, jobs));
            }
        }

        foreach (var queue in Queues)
        {
            foreach (var (jobs, budget) in new[] { (1, 60), (1, 600), (20, 60), (20, 600), (500, 60), (500, 600) })
            {
                WithBudget(new ScheduleWorld(queue, jobs), budget);
            }
        }

        ColdStart();
        Least();
        return Task.CompletedTask;
    }

    private static void WithoutBudget(ScheduleWorld world)
    {
        var ours = (from gap in Gaps from early in Earlies select (Pace: new PollPace(gap, early), Tally: Ours(world, new PollPace(gap, early), isWarm: true))).ToArray();
        var table = new Table($"{Name(world)}, no budget", "polls/job", "mean", "p95", "peak/s", "module's polls at that p95", "ratio");
        foreach (var (tally, name) in new[] { (Ours(world, PollPace.Usual, isWarm: false), "module, cold"), (Ours(world, PollPace.Usual, isWarm: true), "module, warm") })
        {
            table.Add([name, .. Figures(tally), Count(tally.Peak), "", ""]);
        }

        foreach (var rival in Rival.All)
        {
            var tally = Rivals(world, rival);
            var equal = AtDelay(world, ours, tally.LateDelay);
            table.Add([rival.Name, .. Figures(tally), Count(tally.Peak), Text(equal), (equal / tally.PollsPerJob).ToString("0.00", CultureInfo.InvariantCulture)]);
        }

        Console.WriteLine();
        table.Write();
    }

    /// <summary>The fewest polls of the module that keep to a delay: from the best of the tries on towards the next longer gap.</summary>
    private static double AtDelay(ScheduleWorld world, (PollPace Pace, Tally Tally)[] ours, double delay)
    {
        var good = ours.Where(our => our.Tally.LateDelay <= delay).OrderBy(our => our.Tally.PollsPerJob).Take(2).ToArray();
        var fewest = double.NaN;
        foreach (var (pace, tally) in good)
        {
            fewest = double.IsNaN(fewest) ? tally.PollsPerJob : Math.Min(fewest, tally.PollsPerJob);
            var (low, high) = (pace.Gap, pace.Gap * GapStep);
            for (var i = 0; i < 4; i++)
            {
                var middle = Math.Sqrt(low * high);
                var between = Ours(world, pace with { Gap = middle }, isWarm: true);
                if (between.LateDelay <= delay)
                {
                    low = middle;
                    fewest = Math.Min(fewest, between.PollsPerJob);
                }
                else
                {
                    high = middle;
                }
            }
        }

        return fewest;
    }

    private static void WithBudget(ScheduleWorld world, int budget)
    {
        var table = new Table($"{Name(world)}, {budget} a minute", "polls/job", "mean", "p95", "peak/s", "429s a run");
        Add("module, cold", Ours(world, PollPace.Eager, isWarm: false, budget));
        Add("module, warm", Ours(world, PollPace.Eager, isWarm: true, budget));
        Add("module, warm, not told", Ours(world, PollPace.Usual, isWarm: true, limit: budget));
        foreach (var rival in Rival.All)
        {
            Add(rival.Name, Rivals(world, rival, budget));
        }

        Console.WriteLine();
        table.Write();

        void Add(string name, Tally tally) => table.Add([name, .. Figures(tally), Count(tally.Peak), Text(1.0 * tally.Refused / RunsOf(world))]);
    }

    /// <summary>A new model whose jobs may take anything, beside asking every five seconds.</summary>
    private static void ColdStart()
    {
        var every = Rival.All.Single(rival => rival.Name == "5 s");
        var table = new Table("cold start, no queue", "polls/job", "mean", "p95", "polls/job of 5 s", "mean", "p95");
        foreach (var median in new[] { 5.0, 20, 40, 150, 600, 1200 })
        {
            foreach (var jobs in new[] { 1, 20 })
            {
                var world = new ScheduleWorld(QueueKind.None, jobs, median);
                table.Add([$"{jobs} of median {median} s", .. Figures(Ours(world, PollPace.Usual, isWarm: false, runs: ColdRuns)), .. Figures(Rivals(world, every, runs: ColdRuns))]);
            }
        }

        Console.WriteLine();
        table.Write();
    }

    /// <summary>What no schedule can do better, where jobs begin at once and their lengths are all there is to know.</summary>
    private static void Least()
    {
        var world = new ScheduleWorld(QueueKind.None, 1);
        var least = new LeastPolls(world.Ended);
        var table = new Table("least possible, no queue", "p95", "polls/job", "polls/job of a fixed interval", "ratio");
        foreach (var interval in new[] { 5.0, 10 })
        {
            var delay = 0.95 * interval;
            var (polls, even) = (least.At(delay), LeastPolls.Fixed(delay, world.MeanLength));
            table.Add($"beside {interval} s", Fine(delay), Text(polls), Text(even), Fine(polls / even));
        }

        Console.WriteLine();
        table.Write();
    }

    private static Tally Ours(ScheduleWorld world, PollPace pace, bool isWarm, int? budget = null, int? limit = null, int? runs = null)
    {
        var tally = new Tally();
        for (var seed = 0; seed < (runs ?? RunsOf(world)); seed++)
        {
            Simulation.Run(tally, world, seed, pace, isWarm, budget, limit);
        }

        return tally;
    }

    private static Tally Rivals(ScheduleWorld world, Rival rival, int? budget = null, int? runs = null)
    {
        var tally = new Tally();
        for (var seed = 0; seed < (runs ?? RunsOf(world)); seed++)
        {
            Simulation.Run(tally, world, seed, rival, budget);
        }

        return tally;
    }

    private static int RunsOf(ScheduleWorld world) => world.Jobs switch { 1 => 1000, 20 => 50, _ => 2 };

    private static string Name(ScheduleWorld world) => world.Queue switch
    {
        QueueKind.InOrder => $"{world.Jobs} in a queue in order",
        QueueKind.AnyOrder => $"{world.Jobs} in a queue in any order",
        _ => $"{world.Jobs} without a queue",
    };

    private static IEnumerable<string> Figures(Tally tally) => [Text(tally.PollsPerJob), Fine(tally.MeanDelay), Fine(tally.LateDelay)];

    private static string Fine(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Text(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);

    private static string Count(int value) => value.ToString(CultureInfo.InvariantCulture);
}
