using System.Diagnostics;
using System.Globalization;

namespace SiliconFlow.Video.Benchmarks;

/// <summary>How fast videos come to disk, beside curl and a bare HttpClient copy of the same files to the same disk; and the memory that takes.</summary>
internal static class SaveSuite
{
    private const int Megabyte = 1024 * 1024;
    private const int Rounds = 5;

    /// <summary>The length of each file, how many there are, and how many come at once.</summary>
    private static readonly (int Megabytes, int Files, int Streams)[] Loads =
        [(1, 64, 1), (16, 8, 1), (128, 1, 1), (1024, 1, 1), (1, 64, 8), (16, 16, 8), (128, 8, 8)];

    public static async Task RunAsync()
    {
        var curl = SaveContender.FindCurl();
        Console.WriteLine($"MB/s, the middle of {Rounds} rounds. Save-SFVideo also checks each file, takes its SHA-256 and flushes it to the disk; two copies show what that costs.");
        Console.WriteLine(curl is null ? "There is no curl on this machine." : "The ratios are to the faster of curl and the copy, and to the copy that hashes and flushes, too.");
        Console.WriteLine();
        var table = new Table("files", "at once", "Save-SFVideo", "curl", "copy", "copy, flush", "copy, hash, flush", "(no file)", "ratio", "same work", "peak MB");
        foreach (var (megabytes, files, streams) in Loads)
        {
            var speeds = await MeasureAsync(megabytes, files, streams, curl);
            var peak = await SaveMemory.MeasureAsync(megabytes, streams);
            var best = Math.Max(speeds["copy"], speeds.GetValueOrDefault("curl"));
            table.Add(
                $"{files} x {megabytes} MB",
                $"{streams}",
                Show(speeds["Save-SFVideo"], "0"),
                curl is null ? "" : Show(speeds["curl"], "0"),
                Show(speeds["copy"], "0"),
                Show(speeds["copy, flush"], "0"),
                Show(speeds["copy, hash, flush"], "0"),
                Show(speeds["(no file)"], "0"),
                Show(speeds["Save-SFVideo"] / best, "0.00"),
                Show(speeds["Save-SFVideo"] / speeds["copy, hash, flush"], "0.00"),
                Show(peak / (double)Megabyte, "0"));
        }

        table.Write();
    }

    private static async Task<Dictionary<string, double>> MeasureAsync(int megabytes, int files, int streams, SaveContender? curl)
    {
        using var simulator = await SaveMemory.StartSimulatorAsync(megabytes);
        using var engine = Engine.Open(simulator.BaseUri);
        string[] links = [.. engine.Run("$jobs = @(1..$args[0] | ForEach-Object { New-SFVideo \"video $_\" } | Get-SFVideo); $jobs.Url", files).Select(link => $"{link}")];
        List<SaveContender> contenders = [SaveContender.Module(engine), SaveContender.BareCopy(), SaveContender.FlushingCopy(), SaveContender.HashingCopy(), SaveContender.Nothing()];
        if (curl is not null)
        {
            contenders.Add(curl);
        }

        var times = contenders.ToDictionary(contender => contender.Name, _ => new List<double>());

        // The first round is for everybody to warm up.
        for (var round = 0; round <= Rounds; round++)
        {
            foreach (var contender in contenders)
            {
                var seconds = await TimeAsync(contender, links, streams);
                if (round > 0)
                {
                    times[contender.Name].Add(seconds);
                }
            }

            // Nobody always follows the same one.
            contenders = [.. contenders.Skip(2), .. contenders.Take(2)];
        }

        return times.ToDictionary(pair => pair.Key, pair => (double)megabytes * files / Statistics.Median(pair.Value));
    }

    private static async Task<double> TimeAsync(SaveContender contender, string[] links, int streams)
    {
        var folder = Directory.CreateTempSubdirectory("sfvideo-save-");
        try
        {
            await SettleAsync();
            var start = Stopwatch.GetTimestamp();
            await contender.SaveAsync(links, folder.FullName, streams);
            return Stopwatch.GetElapsedTime(start).TotalSeconds;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>What one contender left to the system to write is not the next one's burden.</summary>
    private static async Task SettleAsync()
    {
        if (!OperatingSystem.IsWindows())
        {
            using var sync = Process.Start("sync");
            await sync.WaitForExitAsync();
        }
    }

    private static string Show(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
