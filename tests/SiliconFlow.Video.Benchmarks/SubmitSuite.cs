using System.Diagnostics;
using System.Globalization;
using System.Management.Automation;

namespace SiliconFlow.Video.Benchmarks;

/// <summary>Rows a second, and CPU time a row, of the whole New-SFVideo beside a bare HttpClient loop that sends the same bodies, on a service that answers at once.</summary>
internal static class SubmitSuite
{
    private const int Rows = 4000;
    private const int SlowRows = 800;
    private const int Rounds = 5;

    /// <summary>A tenth of what the real service takes, for seeing what of the costs hides behind it.</summary>
    private const double SlowSeconds = 0.02;

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("submit-suite");
        var plan = Path.Combine(folder.FullName, "slow.json");
        await File.WriteAllTextAsync(plan, string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"rules":[{"operation":"submit","fault":"slow","delaySeconds":{{SlowSeconds}}}]}"""));
        try
        {
            var table = new Table("service", "at once", "contender", "rows/s", "of bare", "CPU ms/row", "of bare");
            await MeasureAsync("at once", Rows, [1, 8, 64], folder.FullName, table);
            await MeasureAsync($"{SlowSeconds * 1000:0} ms", SlowRows, [8], folder.FullName, table, "--faults", plan);

            Console.WriteLine($"{Rows} rows a run ({SlowRows} where the service is slow), {Rounds} rounds in turn, medians. CPU time is that of the client's process, the simulator's is not in it.");
            Console.WriteLine();
            table.Write();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task MeasureAsync(string service, int rows, int[] limits, string folder, Table table, params string[] options)
    {
        using var simulator = await SimulatorProcess.StartAsync(["--queue-seconds", "3600", .. options]);
        using var engine = Engine.Open(simulator.BaseUri);
        using var bare = new BareSubmits(simulator.BaseUri);
        foreach (var atOnce in limits)
        {
            await MeasureAsync(service, rows, atOnce, engine, bare, folder, table);
        }
    }

    private static async Task MeasureAsync(string service, int rows, int atOnce, Engine engine, BareSubmits bare, string folder, Table table)
    {
        var journals = 0;
        Func<Task>[] contenders =
        [
            () => bare.RunAsync(rows, atOnce),
            () => SubmitAsync(engine, rows, $"-ThrottleLimit {atOnce}"),
            () => SubmitAsync(engine, rows, $"-ThrottleLimit {atOnce} -Journal '{Path.Combine(folder, $"{service}-{atOnce}-{journals++}.jsonl")}'"),
        ];
        var figures = contenders.Select(_ => new List<(double Rate, double Cpu)>()).ToArray();
        // Two rounds to warm up: the runtime compiles what is used often twice.
        for (var round = -1; round <= Rounds; round++)
        {
            for (var i = 0; i < contenders.Length; i++)
            {
                var figure = await TimeAsync(contenders[i], rows);
                if (round > 0)
                {
                    figures[i].Add(figure);
                }

                // The simulator remembers every job; runs shall not be slowed by those before.
                await bare.ResetAsync();
            }
        }

        var (bareRate, bareCpu) = (Median(figures[0], f => f.Rate), Median(figures[0], f => f.Cpu));
        string[] names = ["bare HttpClient", "New-SFVideo", "New-SFVideo -Journal"];
        for (var i = 0; i < names.Length; i++)
        {
            var (rate, cpu) = (Median(figures[i], f => f.Rate), Median(figures[i], f => f.Cpu));
            table.Add(service, $"{atOnce}", names[i], Format(rate, "0"), Format(rate / bareRate, "0.00"), Format(cpu, "0.000"), Format(cpu / bareCpu, "0.00"));
        }
    }

    private static async Task<(double Rate, double Cpu)> TimeAsync(Func<Task> run, int rows)
    {
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        var cpu = process.TotalProcessorTime;
        var start = Stopwatch.GetTimestamp();
        await run();
        var elapsed = Stopwatch.GetElapsedTime(start);
        process.Refresh();
        return (rows / elapsed.TotalSeconds, (process.TotalProcessorTime - cpu).TotalMilliseconds / rows);
    }

    /// <summary>The whole cmdlet, fed with rows as Import-Csv makes them. The rows are made before.</summary>
    private static Task SubmitAsync(Engine engine, int rows, string parameters)
    {
        var input = Prompts.All(rows).Select(prompt =>
        {
            var row = new PSObject();
            row.Properties.Add(new PSNoteProperty("Prompt", prompt));
            return row;
        }).ToArray();
        var jobs = engine.Run($"$args[0] | New-SFVideo {parameters}", (object)input);
        return jobs.Count == rows ? Task.CompletedTask : throw new InvalidOperationException($"{jobs.Count} of {rows} rows were taken.");
    }

    private static double Median(List<(double Rate, double Cpu)> figures, Func<(double Rate, double Cpu), double> select) =>
        Statistics.Median([.. figures.Select(select)]);

    private static string Format(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
