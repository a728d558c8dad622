using System.Globalization;

namespace SiliconFlow.Simulator;

/// <summary>Reads the arguments of the program.</summary>
internal static class CommandLine
{
    public const string Usage = """
        usage: SiliconFlow.Simulator [options]
          --urls <addresses>              where to listen, loopback only; http://127.0.0.1:0 (any free port) unless said
          --queue-seconds <n>             how long a job waits in the queue; 1 unless said
          --run-seconds <n>               how long a job runs; 3 unless said
          --link-lifetime-seconds <n>     how long a link works; 600 unless said
          --submits-per-minute <n>        the rate limit, beyond which submits are answered 429; none unless said
          --video-length <bytes>          the length of every video; left out, that of small clips
          --seed <n>                      what ids, seeds and shares are drawn from; 1 unless said
          --faults <file>                 a fault plan in JSON
        """;

    /// <summary>The options that arguments ask for.</summary>
    /// <exception cref="FormatException">The arguments are not understood; the message says which.</exception>
    public static SimulatorOptions Parse(IReadOnlyList<string> args)
    {
        var options = new SimulatorOptions();
        for (var i = 0; i < args.Count; i++)
        {
            var parts = args[i].Split('=', 2);
            var name = parts[0];
            var value = parts.Length == 2 ? parts[1] : ++i < args.Count ? args[i] : throw new FormatException($"{name} lacks its value.");
            options = name switch
            {
                "--urls" => options with { Urls = value },
                "--queue-seconds" => options with { QueueTime = Seconds(name, value) },
                "--run-seconds" => options with { RunTime = Seconds(name, value) },
                "--link-lifetime-seconds" => options with { LinkLifetime = Seconds(name, value) },
                "--submits-per-minute" => options with { SubmitsPerMinute = Count(name, value) },
                "--video-length" => options with { VideoLength = Length(name, value) },
                "--seed" => options with { Seed = Seed(name, value) },
                "--faults" => options with { Faults = Plan(value) },
                _ => throw new FormatException($"{name} is no option."),
            };
        }

        ListenAddress.Parse(options.Urls);
        return options;
    }

    private static TimeSpan Seconds(string name, string value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0 and <= 31_536_000
            ? TimeSpan.FromSeconds(seconds)
            : throw new FormatException($"{name} takes a number of seconds from 0 to 31536000 (a year), not \"{value}\".");

    private static int Count(string name, string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0
            ? count
            : throw new FormatException($"{name} takes a whole number from 1, not \"{value}\".");

    private static long Length(string name, string value) =>
        long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var length) && length >= VideoContent.ShortestLength
            ? length
            : throw new FormatException($"{name} takes a number of bytes, {VideoContent.ShortestLength} at least, not \"{value}\".");

    private static long Seed(string name, string value) =>
        long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seed)
            ? seed
            : throw new FormatException($"{name} takes a whole number, not \"{value}\".");

    private static FaultPlan Plan(string file)
    {
        try
        {
            return FaultPlan.Parse(File.ReadAllText(file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
        {
            throw new FormatException($"--faults {file}: {e.Message}", e);
        }
    }
}
