using System.Diagnostics;
using System.Globalization;
using System.Management.Automation;

namespace SiliconFlow.Video.Benchmarks.Submit;

/// <summary>Rows a second, and CPU time a row, of the whole New-SFVideo beside a bare HttpClient loop that sends the same bodies, on a service that answers at once.</summary>
internal static class SubmitSuite
{
    private const int Rows = 4000;
    private const int SlowRows = 800;
    private const int Rounds = 9;

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

            Console.WriteLine($"{Rows} rows a run ({SlowRows} where the service is slow), {Rounds} rounds in turn, medians; a ratio is the median of those within a round. CPU time is that of the client's process, the simulator's is not in it.");
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
        engine.Run("Import-Module -Assembly $args[0]", typeof(BareSubmitCommand).Assembly);
        foreach (var atOnce in limits)
        {
            await MeasureAsync(service, rows, atOnce, engine, bare, folder, table);
        }
    }

    private static async Task MeasureAsync(string service, int rows, int atOnce, Engine engine, BareSubmits bare, string folder, Table table)
    {
        var journals = 0;
        string Journal() => Path.Combine(folder, $"{service}-{atOnce}-{journals++}.jsonl");
        string[] prompts = [.. Prompts.All(rows)];
        PSObject[] input = [.. prompts.Select(Row)];
        (string Name, Func<Task> Run)[] contenders =
        [
            ("bare HttpClient", () => bare.RunAsync(prompts, atOnce)),
            ("the same as a cmdlet", () => SubmitAsync(engine, input, $"Send-BareSubmit -Submits $args[1] -ThrottleLimit {atOnce}", bare)),
            ("New-SFVideo", () => SubmitAsync(engine, input, $"New-SFVideo -ThrottleLimit {atOnce}")),
            ("bare, with a journal", () => bare.RunAsync(prompts, atOnce, Journal())),
            ("New-SFVideo -Journal", () => SubmitAsync(engine, input, $"New-SFVideo -ThrottleLimit {atOnce} -Journal '{Journal()}'")),
        ];
        var rounds = new List<(double Rate, double Cpu)[]>();
        // Two rounds to warm up: the runtime compiles what is used often twice.
        for (var round = -1; round <= Rounds; round++)
        {
            var figures = new (double Rate, double Cpu)[contenders.Length];
            for (var i = 0; i < contenders.Length; i++)
            {
                figures[i] = await TimeAsync(contenders[i].Run, rows);

                // The simulator remembers every job; runs shall not be slowed by those before.
                await bare.ResetAsync();
            }

            if (round > 0)
            {
                rounds.Add(figures);
            }
        }

        for (var i = 0; i < contenders.Length; i++)
        {
            // The ratios are those within a round: the machine's pace changes from round to round.
            string Of(Func<(double Rate, double Cpu)[], double> figure, string format) =>
                Statistics.Median([.. rounds.Select(figure)]).ToString(format, CultureInfo.InvariantCulture);
            table.Add(
                service,
                $"{atOnce}",
                contenders[i].Name,
                Of(round => round[i].Rate, "0"),
                Of(round => round[i].Rate / round[0].Rate, "0.00"),
                Of(round => round[i].Cpu, "0.000"),
                Of(round => round[i].Cpu / round[0].Cpu, "0.00"));
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

    /// <summary>A row as Import-Csv makes it.</summary>
    private static PSObject Row(string prompt)
    {
        var row = new PSObject();
        row.Properties.Add(new PSNoteProperty("Prompt", prompt));
        return row;
    }

    /// <summary>A whole command, fed with rows.</summary>
    private static Task SubmitAsync(Engine engine, PSObject[] input, string command, params object[] more)
    {
        var jobs = engine.Run($"$args[0] | {command}", [input, .. more]);
        return jobs.Count == input.Length ? Task.CompletedTask : throw new InvalidOperationException($"{jobs.Count} of {input.Length} rows were taken.");
    }
}
