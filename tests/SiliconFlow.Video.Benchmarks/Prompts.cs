namespace SiliconFlow.Video.Benchmarks;

/// <summary>Prompts as long as people's.</summary>
internal static class Prompts
{
    /// <summary>So many, each another one.</summary>
    public static IEnumerable<string> All(int count) => Enumerable.Range(1, count)
        .Select(i => $"Shot {i}: a small red fox walks through a snowy birch forest at dawn, breath visible in the cold air, soft light, slow dolly forward, film grain.");
}
