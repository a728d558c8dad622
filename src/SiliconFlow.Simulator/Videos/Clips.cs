namespace SiliconFlow.Simulator;

/// <summary>The playable clips that the simulator carries, one for each image size.</summary>
internal static class Clips
{
    private static readonly Dictionary<string, byte[]> BySize = ImageSizes.All.ToDictionary(size => size, Load, StringComparer.Ordinal);

    /// <summary>The length in bytes of the longest clip.</summary>
    public static int LongestLength => BySize.Values.Max(clip => clip.Length);

    public static byte[] Get(string imageSize) => BySize[imageSize];

    private static byte[] Load(string imageSize)
    {
        using var resource = typeof(Clips).Assembly.GetManifestResourceStream($"{imageSize}.mp4")!;
        var clip = new byte[resource.Length];
        resource.ReadExactly(clip);
        return clip;
    }
}
