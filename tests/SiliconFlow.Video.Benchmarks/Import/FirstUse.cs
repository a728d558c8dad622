using System.Diagnostics;
using System.Globalization;

namespace SiliconFlow.Video.Benchmarks.Import;

/// <summary>What one fresh engine took, in milliseconds, and the methods that were compiled for it.</summary>
internal sealed record FirstUse(double Import, double Call, double Post, int CompiledAtImport, int CompiledAtCall, int CompiledAtPost)
{
    /// <summary>Starts an engine in a process of its own and measures in it.</summary>
    /// <param name="engine">What starts it: a program, and its arguments before the script's.</param>
    /// <param name="manifest">The module to import.</param>
    /// <param name="first">The first call: "submit", "empty" or none.</param>
    /// <param name="poster">What brings Send-BarePost, where that is to be measured after the first call.</param>
    /// <param name="baseUri">The service.</param>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static async Task<FirstUse> MeasureAsync(string[] engine, string manifest, string first, string poster, Uri baseUri)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "Import", "first-use.ps1");
        using var process = Process.Start(new ProcessStartInfo(engine[0], [.. engine[1..], script, manifest, first, poster, baseUri.ToString()])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException(await errors);
        }

        long[] figures = [.. output.Split(' ').Select(text => long.Parse(text, CultureInfo.InvariantCulture))];
        return new FirstUse(Milliseconds(figures[0]), Milliseconds(figures[1]), Milliseconds(figures[2]), (int)figures[3], (int)figures[4], (int)figures[5]);
    }

    private static double Milliseconds(long ticks) => ticks * 1000.0 / Stopwatch.Frequency;
}
