using System.Diagnostics;
using System.Globalization;
using System.Management.Automation;
using System.Text;
using System.Text.Json;
using CsvHelper;

namespace SiliconFlow.Video.Benchmarks;

/// <summary>How long Import-SFVideoPrompt takes for a file of many rows, and the memory that takes, beside reading the cells alone into the objects that Import-Csv makes.</summary>
internal static class PromptSuite
{
    private const int Rows = 100_000;
    private const int Rounds = 5;

    private static readonly string Script = Path.Combine(AppContext.BaseDirectory, "prompt-memory.ps1");

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("prompt-suite");
        try
        {
            using var simulator = await SimulatorProcess.StartAsync();
            using var engine = Engine.Open(simulator.BaseUri);
            Console.WriteLine($"{Rows} rows, the middle of {Rounds} rounds. The cells alone: CsvHelper, and an object with four properties for each row.");
            Console.WriteLine();
            var table = new Table("file", "MB", "seconds", "rows/s", "of the cells alone", "peak MB");
            var cells = 0.0;
            foreach (var (name, content) in Files())
            {
                var path = Path.Combine(folder.FullName, name);
                await File.WriteAllBytesAsync(path, content);
                cells = cells > 0 ? cells : Time(() => ReadCells(path));
                var seconds = Time(() => Import(engine, path));
                var peak = await PeakAsync(path);
                table.Add(name, Show(content.Length / 1e6, "0.0"), Show(seconds, "0.00"), Show(Rows / seconds, "0"), Show(seconds / cells, "0.0"), Show(peak / 1e6, "0"));
            }

            table.Write();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IEnumerable<(string Name, byte[] Content)> Files()
    {
        string[] prompts = [.. Prompts.All(Rows)];
        var csv = string.Join("\r\n", prompts.Select((prompt, i) => $"shot-{i},\"{prompt}\",1280x720,{i}").Prepend("Name,Prompt,ImageSize,Seed"));
        yield return ("utf8.csv", Encoding.UTF8.GetBytes(csv));
        yield return ("utf16.csv", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(csv)]);
        var chinese = csv.Replace("a small red fox walks through a snowy birch forest", "一只红色的小狐狸走过积雪的白桦林", StringComparison.Ordinal);
        yield return ("gb18030.csv", CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!.GetBytes(chinese));
        var objects = prompts.Select((prompt, i) => JsonSerializer.Serialize(new { name = $"shot-{i}", prompt, image_size = "1280x720", seed = i })).ToArray();
        yield return ("prompts.jsonl", Encoding.UTF8.GetBytes(string.Join("\n", objects)));
        yield return ("prompts.json", Encoding.UTF8.GetBytes($"[{string.Join(",", objects)}]"));
    }

    private static double Time(Action run)
    {
        var times = new List<double>();

        // The first round is to warm up.
        for (var round = 0; round <= Rounds; round++)
        {
            GC.Collect();
            var start = Stopwatch.GetTimestamp();
            run();
            times.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return Statistics.Median([.. times.Skip(1)]);
    }

    private static void ReadCells(string path)
    {
        using var reader = CsvReader.FromFile(path);
        var headers = reader.Headers;
        var rows = new List<PSObject>();
        while (reader.Read())
        {
            var row = new PSObject();
            for (var i = 0; i < reader.FieldCount; i++)
            {
                row.Properties.Add(new PSNoteProperty(headers[i], reader.GetString(i)));
            }

            rows.Add(row);
        }

        Expect(rows.Count);
    }

    private static void Import(Engine engine, string path) => Expect(engine.Run("Import-SFVideoPrompt $args[0]", path).Count);

    private static void Expect(int rows)
    {
        if (rows != Rows)
        {
            throw new InvalidOperationException($"{rows} of {Rows} rows were read.");
        }
    }

    private static async Task<long> PeakAsync(string path)
    {
        string[] arguments = [Paths.EngineHost, Script, Paths.Module, path];
        using var process = Process.Start(new ProcessStartInfo(Paths.Dotnet, arguments) { RedirectStandardOutput = true })!;
        var peak = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return long.Parse(peak, CultureInfo.InvariantCulture);
    }

    private static string Show(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
