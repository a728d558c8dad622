namespace SiliconFlow.Simulator;

/// <summary>The sizes that the service makes.</summary>
internal static class ImageSizes
{
    public static IReadOnlyList<string> All { get; } = ["1280x720", "720x1280", "960x960"];
}
