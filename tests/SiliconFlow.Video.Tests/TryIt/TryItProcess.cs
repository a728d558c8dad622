using System.Diagnostics;
using System.Text;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.TryIt;

/// <summary>A run of the program, as a user starts it, with nobody at the keyboard.</summary>
internal sealed record TryItProcess(int ExitCode, string Output, string Errors)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Runs it to its end. Its simulator takes no time to make a video.</summary>
    /// <param name="folder">The current folder.</param>
    /// <param name="key">The user's API key in the environment; none where null.</param>
    /// <param name="args">The arguments.</param>
    public static async Task<TryItProcess> RunAsync(TemporaryFolder folder, string? key = null, params string[] args)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [Repository.TryItProgram, "-GenerationSec", "0", .. args])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment["SILICONFLOW_API_KEY"] = key;
        start.Environment["SILICONFLOW_BASE_URL"] = null;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(Patience);
        using CancellationTokenRegistration impatience = patience.Token.Register(process.Kill);
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new TryItProcess(process.ExitCode, await output, await errors);
    }
}
