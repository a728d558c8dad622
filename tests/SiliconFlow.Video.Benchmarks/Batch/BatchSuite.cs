using System.Globalization;
using SiliconFlow.Simulator;

namespace SiliconFlow.Video.Benchmarks.Batch;

/// <summary>From the first submit to the last file: the module's line, the least that the service allows, and loops as users write them by hand.</summary>
internal static class BatchSuite
{
    private const int Rows = 200;

    // Few enough for the computer to keep up, so that its own slowness does not count as the client's.
    private const double FactorOfLine = 12;
    private const double FactorOfLoops = 100;
    private const int Rounds = 3;

    /// <summary>One loop would take hours: it does a tenth of the rows, and ten times that is told.</summary>
    private const int Tenth = 10;

    private static readonly SimulatorOptions Service = new()
    {
        QueueTime = TimeSpan.FromSeconds(15),
        RunTime = TimeSpan.FromSeconds(60),
        RunTimeSpread = TimeSpan.FromSeconds(240),
    };

    private static readonly FaultRule[] Faults =
    [
        new() { Operation = Operation.Submit, Fault = FaultKind.Answer, Status = 429, Share = 0.03 },
        new() { Operation = Operation.Submit, Fault = FaultKind.Answer, Status = 503, Share = 0.02 },
        new() { Operation = Operation.Status, Fault = FaultKind.Answer, Status = 500, Share = 0.03 },
        new() { Operation = Operation.Status, Fault = FaultKind.GarbageJson, Share = 0.02 },
        new() { Operation = Operation.Download, Fault = FaultKind.DropMidBody, Share = 0.03 },
        new() { Operation = Operation.Download, Fault = FaultKind.Answer, Status = 503, Share = 0.02 },
        new() { Operation = Operation.Submit, Fault = FaultKind.Slow, Delay = TimeSpan.FromMilliseconds(300) },
        new() { Operation = Operation.Status, Fault = FaultKind.Slow, Delay = TimeSpan.FromMilliseconds(100) },
    ];

    public static async Task RunAsync()
    {
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Rows} rows; jobs of {Service.RunTime.TotalSeconds:0} to {(Service.RunTime + Service.RunTimeSpread).TotalSeconds:0} s after {Service.QueueTime.TotalSeconds:0} s in the queue; submits take 0.3 s, questions 0.1 s; 5% of all calls fail. Times are the service's: its clock runs {FactorOfLine:0} to {FactorOfLoops:0} times as fast as ours."));
        Console.WriteLine();
        var table = new Table("client", "seconds", "least possible", "ratio", "status calls", "files");
        for (var round = 0; round < Rounds; round++)
        {
            Add(table, "New | Wait | Save", await RunAsync(FactorOfLine, (simulator, time, folder) => ModuleLine.RunAsync(simulator.BaseUri, time, folder, Rows)));
        }

        Add(table, "eight loops by hand, 5 s", await RunAsync(FactorOfLoops, (simulator, time, folder) => HandWrittenLoop.RunAsync(simulator.BaseUri, time, folder, Rows, atOnce: 8)));
        var loop = await RunAsync(FactorOfLoops, (simulator, time, folder) => HandWrittenLoop.RunAsync(simulator.BaseUri, time, folder, Rows / Tenth, atOnce: 1));
        Add(table, $"one loop by hand, 5 s ({Rows / Tenth} rows x {Tenth})", loop with { Seconds = loop.Seconds * Tenth, StatusCalls = loop.StatusCalls * Tenth, Files = loop.Files * Tenth });
        table.Write();
        Console.WriteLine();
        await ProgressCost.RunAsync();
    }

    private static async Task<Figures> RunAsync(double factor, Func<ServiceSimulator, TimeProvider, string, Task> client)
    {
        var time = new FastTime(factor);
        await using var simulator = await ServiceSimulator.StartAsync(Service with { TimeProvider = time, Faults = FaultPlan.Of(Faults) });
        var folder = Directory.CreateTempSubdirectory("sfvideo-").FullName;
        try
        {
            await client(simulator, time, folder);
            var end = time.GetUtcNow();
            var start = simulator.Calls[0].At;

            // Had every job been submitted with the first call, the longest would have ended then.
            var least = simulator.Jobs.Max(job => job.CompletedAt!.Value - job.SubmittedAt);
            return new Figures(
                (end - start).TotalSeconds,
                least.TotalSeconds,
                simulator.Calls.Count(call => call.Operation == Operation.Status),
                Directory.GetFiles(folder, "*.mp4").Length);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Add(Table table, string client, Figures figures) => table.Add(
        client,
        figures.Seconds.ToString("0.0", CultureInfo.InvariantCulture),
        figures.Least.ToString("0.0", CultureInfo.InvariantCulture),
        (figures.Seconds / figures.Least).ToString("0.00", CultureInfo.InvariantCulture),
        figures.StatusCalls.ToString(CultureInfo.InvariantCulture),
        figures.Files.ToString(CultureInfo.InvariantCulture));

    private sealed record Figures(double Seconds, double Least, int StatusCalls, int Files);
}
