namespace SiliconFlow.Video.Requests;

/// <summary>The picture sizes that the service's submit page lists: width x height in pixels.</summary>
internal static class ImageSizes
{
    internal const string Landscape = "1280x720";
    internal const string Portrait = "720x1280";
    internal const string Square = "960x960";
}
