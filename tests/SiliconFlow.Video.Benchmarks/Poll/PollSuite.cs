using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using SiliconFlow.Video.Service;
using SiliconFlow.Video.Waiting;

namespace SiliconFlow.Video.Benchmarks.Poll;

/// <summary>What 10,000 waiting jobs cost: processor time a poll beside bare HttpClient polls, and memory a job.</summary>
internal static class PollSuite
{
    private const int Jobs = 10_000;
    private const int Polls = 30_000;
    private const int Rounds = 9;
    private const int Concurrency = 16;
    private const string Key = "sk-benchmark";

    /// <summary>More than any machine can do: what limits the engine is then the number of calls in flight, as for its rival.</summary>
    private const int Unlimited = 60_000_000;

    public static async Task RunAsync()
    {
        using var service = await SimulatorProcess.StartAsync("--queue-seconds", "0", "--run-seconds", "86400");
        using var http = new HttpClient { BaseAddress = new Uri(service.BaseUri.AbsoluteUri + "/") };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Key);
        var ids = await SubmitAsync(http);

        // What comes first pays for the runtime's warming up: each goes once unmeasured.
        await BareAsync(http, ids);
        await EngineAsync(service.BaseUri, ids);
        var (bare, engine, memory) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            bare.Add(await BareAsync(http, ids));
            var (cpu, bytes) = await EngineAsync(service.BaseUri, ids);
            engine.Add(cpu);
            memory.Add(bytes);
        }

        var table = new Table($"{Polls} polls of {Jobs} jobs, {Concurrency} in flight", "CPU a poll, µs", "of bare", "memory a job, bytes");
        table.Add("bare HttpClient", Text(Statistics.Median(bare)), "1.00", "");
        table.Add("the wait's engine", Text(Statistics.Median(engine)), (Statistics.Median(engine) / Statistics.Median(bare)).ToString("0.00", CultureInfo.InvariantCulture), Text(Statistics.Median(memory)));
        table.Add("an SFVideo itself", "", "", Text(VideoSize(ids)));
        table.Write();
    }

    private static async Task<string[]> SubmitAsync(HttpClient http)
    {
        var ids = new string[Jobs];
        await Parallel.ForAsync(0, Jobs, new ParallelOptions { MaxDegreeOfParallelism = Concurrency }, async (i, token) =>
        {
            using var answer = await http.PostAsync("video/submit", Body($$"""{"model":"Wan-AI/Wan2.2-T2V-A14B","prompt":"row {{i}}","image_size":"1280x720"}"""), token);
            using var json = JsonDocument.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(token));
            ids[i] = json.RootElement.GetProperty("requestId").GetString()!;
        });
        return ids;
    }

    /// <summary>Processor time a poll, in microseconds.</summary>
    private static async Task<double> BareAsync(HttpClient http, string[] ids)
    {
        var before = CpuTime();
        await Parallel.ForAsync(0, Polls, new ParallelOptions { MaxDegreeOfParallelism = Concurrency }, async (i, token) =>
        {
            using var answer = await http.PostAsync("video/status", Body($$"""{"requestId":"{{ids[i % Jobs]}}"}"""), token);
            using var json = JsonDocument.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(token));
            if (json.RootElement.GetProperty("status").GetString() != "InProgress")
            {
                throw new InvalidOperationException("A job has ended, or was never there.");
            }
        });
        return (CpuTime() - before).TotalMicroseconds / Polls;
    }

    /// <summary>Processor time a poll, in microseconds, and the memory that a waiting job takes besides the SFVideo that was given.</summary>
    private static async Task<(double Cpu, double Bytes)> EngineAsync(Uri address, string[] ids)
    {
        using var connection = new SFVideoConnection(address, ApiKey.Parse(Key), ProxySettings.Create(null, null), TimeSpan.FromSeconds(100), "benchmark");
        var observer = new CountingObserver(Polls);
        var videos = Videos(ids);
        using var stop = new CancellationTokenSource();
        var waiter = new Waiter(new StatusClient(connection, observer), new WaitSettings(TimeSpan.FromHours(1), TimeSpan.FromSeconds(0.1), Unlimited), new Random(1));
        var empty = GC.GetTotalMemory(forceFullCollection: true);
        var before = CpuTime();
        Task[] waits = [.. videos.Select(video => waiter.WaitAsync(video, stop.Token))];
        await observer.Reached;
        var cpu = (CpuTime() - before).TotalMicroseconds / Polls;
        var bytes = 1.0 * (GC.GetTotalMemory(forceFullCollection: true) - empty) / Jobs;
        GC.KeepAlive(videos);
        await stop.CancelAsync();
        await Task.WhenAll(waits).ContinueWith(static _ => { }, TaskScheduler.Default);
        return (cpu, bytes);
    }

    private static double VideoSize(string[] ids)
    {
        var empty = GC.GetTotalMemory(forceFullCollection: true);
        var videos = Videos(ids);
        var size = 1.0 * (GC.GetTotalMemory(forceFullCollection: true) - empty) / Jobs;
        GC.KeepAlive(videos);
        return size;
    }

    private static SFVideo[] Videos(string[] ids) => [.. ids.Select(id => new SFVideo(id) { Model = "Wan-AI/Wan2.2-T2V-A14B" })];

    private static ByteArrayContent Body(string json) => new(System.Text.Encoding.UTF8.GetBytes(json)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };

    private static TimeSpan CpuTime() => Process.GetCurrentProcess().TotalProcessorTime;

    private static string Text(double value) => value.ToString("0", CultureInfo.InvariantCulture);
}
