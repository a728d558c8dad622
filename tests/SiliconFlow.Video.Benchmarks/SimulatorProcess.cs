using System.Diagnostics;

namespace SiliconFlow.Video.Benchmarks;

/// <summary>A simulator in a process of its own, so that what it takes of the machine is not counted with its callers.</summary>
internal sealed class SimulatorProcess : IDisposable
{
    private readonly Process _process;

    private SimulatorProcess(Process process, Uri baseUri)
    {
        _process = process;
        BaseUri = baseUri;
    }

    /// <summary>The base address of its API.</summary>
    public Uri BaseUri { get; }

    /// <summary>Starts one.</summary>
    /// <param name="arguments">Its options, as its usage says.</param>
    public static async Task<SimulatorProcess> StartAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(Paths.Dotnet, [Paths.Simulator, .. arguments]) { RedirectStandardOutput = true };
        var process = Process.Start(start)!;
        var address = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The simulator ended before it listened.");
        return new SimulatorProcess(process, new Uri(address));
    }

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }
}
