using System.Diagnostics;
using System.Reflection;
using System.Text;

namespace SiliconFlow.Video.CrashCampaign;

/// <summary>A process of its own that holds the PowerShell engine and runs a script, which can be talked to and killed.</summary>
internal sealed class EngineProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;

    private EngineProcess(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>The folder of the staged module.</summary>
    public static string StagedModule { get; } = Read("ModuleOutput");

    /// <summary>Starts a script file. Its argument is the module's folder.</summary>
    /// <param name="scriptFile">The full path of the script.</param>
    /// <param name="largestFile">The most bytes that a file may have which the process writes, a multiple of 512; null for no limit. Not for Windows.</param>
    public static EngineProcess Start(string scriptFile, int? largestFile = null)
    {
        var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        string[] command = [dotnet, Read("EngineHost"), scriptFile, StagedModule];

        // The shell counts in blocks of 512 bytes. Who writes too much is killed by a signal, unless it is ignored.
        string[] limited = ["sh", "-c", "trap '' XFSZ; ulimit -f $0; exec \"$@\"", $"{largestFile / 512}", .. command];
        var line = largestFile is null ? command : limited;
        var start = new ProcessStartInfo(line[0], line[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        if (largestFile is not null)
        {
            // The runtime's own large file in memory would be refused.
            start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        }

        return new EngineProcess(Process.Start(start)!);
    }

    /// <summary>Completes when the process has ended, in whatever way.</summary>
    public Task Ended(CancellationToken cancellationToken = default) => _process.WaitForExitAsync(cancellationToken);

    /// <summary>Gives the script a line of input.</summary>
    public async Task SendAsync(string line)
    {
        await _process.StandardInput.WriteLineAsync(line);
        await _process.StandardInput.FlushAsync();
    }

    /// <summary>The script's next line of output; null at its end.</summary>
    public Task<string?> ReceiveAsync(CancellationToken cancellationToken = default) => _process.StandardOutput.ReadLineAsync(cancellationToken).AsTask();

    /// <summary>Kills the process, as a power cut would end it, and waits until it is gone.</summary>
    /// <returns>False where it had ended by itself already.</returns>
    public async Task<bool> KillAsync()
    {
        var running = !_process.HasExited;
        _process.Kill();
        await _process.WaitForExitAsync();
        return running && _process.ExitCode != 0;
    }

    /// <summary>What the process wrote to its error output, once it has ended.</summary>
    public Task<string> ErrorsAsync() => _errors;

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }

    private static string Read(string key)
        => Path.GetFullPath(typeof(EngineProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!);
}
