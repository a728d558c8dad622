namespace SiliconFlow.Video.Requests;

/// <summary>The picture sizes that the service's submit page lists: width x height in pixels.</summary>
internal static class ImageSizes
{
    internal const string Landscape = "1280x720";
    internal const string Portrait = "720x1280";
    internal const string Square = "960x960";

    /// <summary>The size as the service writes it, given in any letter case.</summary>
    /// <exception cref="SFVideoInvalidRequestException">It is none of them.</exception>
    internal static string Check(string size) =>
        size.ToLowerInvariant() is Landscape or Portrait or Square
            ? size.ToLowerInvariant()
            : throw new SFVideoInvalidRequestException(Messages.ImageSizeUnknown(size, Landscape, Portrait, Square));
}
