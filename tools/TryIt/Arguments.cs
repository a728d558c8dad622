using System.Globalization;

namespace SiliconFlow.TryIt;

/// <summary>What the user asked for on the command line.</summary>
internal sealed record Arguments
{
    public const string Usage = """
        Runs PowerShell scripts with SiliconFlow.Video on a simulated service. Nothing is needed but the .NET SDK.

        usage: dotnet run --project tools/TryIt [-- [options] [-Command <script> | -File <script> [arguments]]]
          (nothing)               makes the videos of examples/prompts.csv with examples/batch.ps1, in ./videos
          -Command <script>       runs a script given as text
          -File <path> [...]      runs a script file; what follows are its arguments
          -GenerationSec <n>      how long the simulator takes for a video, at least; 3 unless said
          -Help                   shows this

        Where SILICONFLOW_API_KEY is set, it asks whether to use the real service, which charges for videos.
        """;

    /// <summary>The script text to run; null for the example.</summary>
    public string? Script { get; private init; }

    /// <summary>How long the simulator takes for a video, at least.</summary>
    public TimeSpan GenerationTime { get; private init; } = TimeSpan.FromSeconds(3);

    /// <summary>Whether only the usage is wanted.</summary>
    public bool Help { get; private init; }

    /// <summary>Reads the command line.</summary>
    /// <exception cref="FormatException">It is not understood; the message says what.</exception>
    public static Arguments Parse(IReadOnlyList<string> args)
    {
        var arguments = new Arguments();
        for (var i = 0; i < args.Count; i++)
        {
            switch (args[i].TrimStart('-').ToUpperInvariant())
            {
                case "HELP" or "H" or "?":
                    return arguments with { Help = true };
                case "COMMAND" or "C":
                    return arguments with { Script = string.Join(' ', Rest(args, i)) };
                case "FILE" or "F":
                    return arguments with { Script = ScriptCall.ToText(Rest(args, i)) };
                case "GENERATIONSEC":
                    arguments = arguments with { GenerationTime = Seconds(Rest(args, i++)[0]) };
                    break;
                default:
                    throw new FormatException($"'{args[i]}' is not understood.");
            }
        }

        return arguments;
    }

    private static string[] Rest(IReadOnlyList<string> args, int option) => option + 1 < args.Count
        ? [.. args.Skip(option + 1)]
        : throw new FormatException($"{args[option]} lacks its value.");

    private static TimeSpan Seconds(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds <= 3600
            ? TimeSpan.FromSeconds(seconds)
            : throw new FormatException($"-GenerationSec takes a number of seconds up to 3600, not '{text}'.");
}
