namespace SiliconFlow.Video.Benchmarks.Schedule;

/// <summary>How another client asks: the wait before each question, by its number from 0.</summary>
internal sealed record Rival(string Name, Func<int, Random, double> Wait)
{
    public static IReadOnlyList<Rival> All { get; } =
    [
        Fixed("0.1 s (fal)", 0.1),
        Fixed("1 s (openai-python)", 1),
        Fixed("2 s (Dify)", 2),
        Listed("0,1,2,3,3… (PSOpenAI)", 0, 1, 2, 3),
        Fixed("5 s", 5),
        new("6±1.5 s (Runway)", (_, random) => 4.5 + (3 * random.NextDouble())),
        Fixed("10 s", 10),
        Listed("1,1,1,2,4…32 (Azure)", 1, 1, 1, 2, 4, 8, 16, 32),
        new("2→120 s jitter (smithy)", (number, random) => Math.Max(2, Math.Min(120, 2 * Math.Pow(2, Math.Min(number, 10))) * random.NextDouble())),
    ];

    private static Rival Fixed(string name, double seconds) => new(name, (_, _) => seconds);

    private static Rival Listed(string name, params double[] seconds) => new(name, (number, _) => seconds[Math.Min(number, seconds.Length - 1)]);
}
