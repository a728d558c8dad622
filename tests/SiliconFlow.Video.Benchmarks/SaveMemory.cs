using System.Diagnostics;
using System.Globalization;

namespace SiliconFlow.Video.Benchmarks;

/// <summary>What memory the saving of videos takes at most, in a fresh process each time.</summary>
internal static class SaveMemory
{
    private static readonly string Script = Path.Combine(AppContext.BaseDirectory, "save-memory.ps1");

    /// <summary>How far the peak of the process grows while it saves as many videos as come at once.</summary>
    public static async Task<long> MeasureAsync(int megabytes, int streams)
    {
        using var simulator = await StartSimulatorAsync(megabytes);
        var folder = Directory.CreateTempSubdirectory("sfvideo-save-");
        try
        {
            string[] arguments = [Paths.EngineHost, Script, Paths.Module, $"{simulator.BaseUri}", folder.FullName, $"{streams}"];
            using var process = Process.Start(new ProcessStartInfo(Paths.Dotnet, arguments) { RedirectStandardOutput = true })!;
            var peak = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return long.Parse(peak, CultureInfo.InvariantCulture);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>A service whose videos are ready at once.</summary>
    public static Task<SimulatorProcess> StartSimulatorAsync(int megabytes) => SimulatorProcess.StartAsync(
        "--queue-seconds", "0", "--run-seconds", "0", "--video-length", $"{megabytes * 1024L * 1024}", "--link-lifetime-seconds", "3600");
}
