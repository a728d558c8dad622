using System.Diagnostics;
using System.Security.Cryptography;

namespace SiliconFlow.Video.Benchmarks;

/// <summary>A way to bring links to files.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="SaveAsync">Saves links to a folder, so many at once.</param>
internal sealed record SaveContender(string Name, Func<string[], string, int, Task> SaveAsync)
{
    private const string Curl = "curl";
    private static readonly HttpClient Http = new() { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>Save-SFVideo as users run it: the links are in the jobs.</summary>
    public static SaveContender Module(Engine engine) => new("Save-SFVideo", (_, folder, streams) => Task.Run(() =>
        engine.Run("$jobs | Save-SFVideo -Destination $args[0] -ThrottleLimit $args[1]", folder, streams)));

    /// <summary>The copy that people write themselves.</summary>
    public static SaveContender BareCopy() => new("copy", Copy((content, file, token) => content.CopyToAsync(file, token)));

    /// <summary>The same, with files brought to the disk.</summary>
    public static SaveContender FlushingCopy() => new("copy, flush", Copy(async (content, file, token) =>
    {
        await content.CopyToAsync(file, token);
        file.Flush(flushToDisk: true);
    }));

    /// <summary>The same, with the hash of each file.</summary>
    public static SaveContender HashingCopy() => new("copy, hash, flush", Copy(async (content, file, token) =>
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[128 * 1024];
        for (int n; (n = await content.ReadAsync(buffer, token)) > 0;)
        {
            hash.AppendData(buffer, 0, n);
            await file.WriteAsync(buffer.AsMemory(0, n), token);
        }

        hash.GetHashAndReset();
        file.Flush(flushToDisk: true);
    }));

    /// <summary>Reads and throws away: what the simulator and the network give at most.</summary>
    public static SaveContender Nothing() => new("(no file)", (links, _, streams) =>
        Parallel.ForEachAsync(links, new ParallelOptions { MaxDegreeOfParallelism = streams }, async (link, token) =>
        {
            using var response = await Http.GetAsync(new Uri(link), HttpCompletionOption.ResponseHeadersRead, token);
            await response.Content.CopyToAsync(Stream.Null, token);
        }));

    /// <summary>One curl for all links; null where there is none.</summary>
    public static SaveContender? FindCurl()
    {
        try
        {
            using var version = Process.Start(new ProcessStartInfo(Curl, ["--version"]) { RedirectStandardOutput = true })!;
            version.StandardOutput.ReadToEnd();
            version.WaitForExit();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }

        return new("curl", async (links, folder, streams) =>
        {
            string[] parallel = streams > 1 ? ["--parallel", "--parallel-immediate", "--parallel-max", $"{streams}"] : [];
            string[] files = [.. Numbered(links, folder).SelectMany(pair => new[] { "--output", pair.Path, pair.Link })];
            using var process = Process.Start(new ProcessStartInfo(Curl, ["--no-progress-meter", "--fail", .. parallel, .. files]))!;
            await process.WaitForExitAsync();
            if (process.ExitCode != 0)
            {
                throw new InvalidOperationException($"curl ended with {process.ExitCode}.");
            }
        });
    }

    private static Func<string[], string, int, Task> Copy(Func<Stream, FileStream, CancellationToken, Task> copy) => (links, folder, streams) =>
        Parallel.ForEachAsync(Numbered(links, folder), new ParallelOptions { MaxDegreeOfParallelism = streams }, async (pair, token) =>
        {
            using var response = await Http.GetAsync(new Uri(pair.Link), HttpCompletionOption.ResponseHeadersRead, token);
            await using var content = await response.Content.ReadAsStreamAsync(token);
            await using var file = File.Create(pair.Path);
            await copy(content, file, token);
        });

    private static IEnumerable<(string Link, string Path)> Numbered(string[] links, string folder) =>
        links.Select((link, i) => (link, Path.Combine(folder, $"{i}.mp4")));
}
