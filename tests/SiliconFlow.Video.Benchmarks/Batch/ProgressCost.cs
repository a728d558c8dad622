using System.Diagnostics;
using System.Globalization;
using SiliconFlow.Simulator;

namespace SiliconFlow.Video.Benchmarks.Batch;

/// <summary>What the progress bars cost: the same line with and without them, at a service without delay, where the share of everything else is smallest.</summary>
internal static class ProgressCost
{
    private const int Rows = 1000;
    private const int Rounds = 7;
    private const string Line = "$ProgressPreference = $args[0]; 1..$args[1] | ForEach-Object { \"p$_\" } | New-SFVideo | Wait-SFVideo -PollIntervalSec 0.1 -MaxPollsPerMinute 60000 | Save-SFVideo -Destination $args[2]";

    public static async Task RunAsync()
    {
        await using var simulator = await ServiceSimulator.StartAsync(new SimulatorOptions { QueueTime = TimeSpan.Zero, RunTime = TimeSpan.Zero });
        using var engine = Engine.Open(simulator.BaseUri);
        Time(engine, "Continue");
        List<double> with = [];
        List<double> without = [];
        for (var round = 0; round < Rounds; round++)
        {
            with.Add(Time(engine, "Continue"));
            without.Add(Time(engine, "SilentlyContinue"));
        }

        var table = new Table($"{Rows} rows, service without delay", "seconds (median)", "ratio");
        Add(table, "without progress bars", without, without);
        Add(table, "with progress bars", with, without);
        table.Write();
    }

    private static double Time(Engine engine, string shown)
    {
        var folder = Directory.CreateTempSubdirectory("sfvideo-").FullName;
        try
        {
            var start = Stopwatch.GetTimestamp();
            engine.Run(Line, shown, Rows, folder);
            return Stopwatch.GetElapsedTime(start).TotalSeconds;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Add(Table table, string what, List<double> times, List<double> beside) => table.Add(
        what,
        Statistics.Median(times).ToString("0.000", CultureInfo.InvariantCulture),
        (Statistics.Median(times) / Statistics.Median(beside)).ToString("0.000", CultureInfo.InvariantCulture));
}
