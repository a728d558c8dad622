namespace SiliconFlow.Video.Benchmarks;

/// <summary>What many rounds come to.</summary>
internal static class Statistics
{
    /// <summary>The middle of the values; of an even number, the upper of the two.</summary>
    public static double Median(IReadOnlyCollection<double> values) => values.Order().ElementAt(values.Count / 2);
}
