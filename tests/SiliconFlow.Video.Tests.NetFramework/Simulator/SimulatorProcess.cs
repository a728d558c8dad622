using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace SiliconFlow.Simulator;

/// <summary>A simulator in a process of its own. One that is let go of is used again by the next test that asks for the like.</summary>
internal sealed class SimulatorProcess
{
    private static readonly ConcurrentDictionary<string, ConcurrentBag<SimulatorProcess>> Idle = new();
    private static readonly ConcurrentBag<Process> Started = [];

    private readonly string _arguments;

    private SimulatorProcess(string arguments, Uri baseUri)
    {
        _arguments = arguments;
        BaseUri = baseUri;
    }

    /// <summary>The base address of its API.</summary>
    public Uri BaseUri { get; }

    /// <summary>Takes one that behaves as asked for.</summary>
    public static async Task<SimulatorProcess> TakeAsync(SimulatorOptions options)
    {
        var arguments = ArgumentsFor(options);
        return Idle.GetOrAdd(arguments, _ => []).TryTake(out var idle) ? idle : await StartAsync(arguments);
    }

    /// <summary>Gives it back, with nothing in its memory.</summary>
    public void GiveBack() => Idle[_arguments].Add(this);

    /// <summary>Ends all that were started.</summary>
    public static void EndAll()
    {
        foreach (var process in Started)
        {
            process.Kill();
            process.Dispose();
        }
    }

    private static async Task<SimulatorProcess> StartAsync(string arguments)
    {
        var program = typeof(SimulatorProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "Simulator").Value!;
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", $"\"{Path.GetFullPath(program)}\" {arguments}")
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        var process = Process.Start(start)!;
        Started.Add(process);
        var address = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The simulator ended before it listened.");
        return new SimulatorProcess(arguments, new Uri(address));
    }

    private static string ArgumentsFor(SimulatorOptions options) => string.Format(
        CultureInfo.InvariantCulture,
        "--queue-seconds {0} --run-seconds {1} --link-lifetime-seconds {2} --seed {3}{4}{5}",
        options.QueueTime.TotalSeconds,
        options.RunTime.TotalSeconds,
        options.LinkLifetime.TotalSeconds,
        options.Seed,
        options.VideoLength is { } length ? $" --video-length {length}" : "",
        options.SubmitsPerMinute is { } submits ? $" --submits-per-minute {submits}" : "");
}
