using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace SiliconFlow.Video.Benchmarks;

/// <summary>What the figures were measured on, and how much the machine itself wavers.</summary>
internal static class Machine
{
    private const int Rounds = 15;

    /// <summary>Cores, system and runtime.</summary>
    public static string Describe() =>
        $"{Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription.Trim()}, {RuntimeInformation.FrameworkDescription}";

    /// <summary>How long the same piece of arithmetic took, again and again: what wavers here wavers in every figure of the suite.</summary>
    public static string DescribeNoise()
    {
        Spin();
        double[] times = [.. Enumerable.Range(0, Rounds).Select(_ => Spin()).Order()];
        var spread = (times[^2] - times[1]) / times[Rounds / 2];
        var text = string.Create(CultureInfo.InvariantCulture, $"Noise: the same arithmetic took {times[Rounds / 2]:0.0} ms in the middle of {Rounds} rounds, with a spread of {spread:0%}.");
        return File.Exists("/proc/loadavg") ? $"{text} Load of the last minute: {File.ReadAllText("/proc/loadavg").Split(' ')[0]}." : text;
    }

    private static double Spin()
    {
        var start = Stopwatch.GetTimestamp();
        uint x = 1;
        for (var i = 0; i < 20_000_000; i++)
        {
            x ^= x << 13;
            x ^= x >> 17;
            x ^= x << 5;
        }

        // Uses the result, so that the loop is not left out.
        return x == 0 ? double.NaN : Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
