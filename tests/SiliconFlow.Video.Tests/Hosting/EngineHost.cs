using System.Diagnostics;

namespace SiliconFlow.Video.Tests.Hosting;

/// <summary>Runs a script in a process of its own that holds the PowerShell engine and none of the module's assemblies.</summary>
internal static class EngineHost
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Runs a script to its end.</summary>
    /// <param name="script">What to run; <c>$module</c> holds the staged module's folder, <c>$other</c> the second argument.</param>
    /// <param name="other">A value for <c>$other</c>.</param>
    /// <param name="environment">Variables for the process.</param>
    /// <returns>The lines the script wrote. An error of the script fails the test.</returns>
    public static async Task<string[]> RunAsync(string script, string other = "", Dictionary<string, string>? environment = null)
    {
        string file = Path.Combine(Path.GetTempPath(), $"SiliconFlow.Video.{Guid.NewGuid():N}.ps1");
        await File.WriteAllTextAsync(file, $"param($module, $other)\nSet-StrictMode -Version Latest\n$ErrorActionPreference = 'Stop'\n{script}\n");
        try
        {
            string dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
            var start = new ProcessStartInfo(dotnet, [Repository.EngineHostProgram, file, Repository.StagedModule, other])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            foreach ((string name, string value) in environment ?? [])
            {
                start.Environment[name] = value;
            }

            using var process = Process.Start(start)!;
            using var patience = new CancellationTokenSource(Patience);
            using CancellationTokenRegistration impatience = patience.Token.Register(() => process.Kill());
            Task<string> output = process.StandardOutput.ReadToEndAsync();
            Task<string> errors = process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();

            Assert.Equal("", await errors);
            Assert.Equal(0, process.ExitCode);
            return (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
