namespace SiliconFlow.Video.Requests;

/// <summary>The first frame of a video: a link, a data URI or a file.</summary>
/// <param name="Display">How people are shown the image: never the whole of a data URI.</param>
internal abstract record RequestImage(string Display)
{
    /// <summary>The SHA-256 of the picture in hexadecimal digits; null where only the service sees it, and for a file that was not read for it.</summary>
    internal virtual string? ContentSha256 => null;

    /// <summary>Reads what a user gave as -Image.</summary>
    /// <param name="text">A link, a data URI or a path.</param>
    /// <param name="resolvePath">Turns a path as the user wrote it into a full path of the file system.</param>
    /// <exception cref="SFVideoInvalidRequestException">It is none of the three, or not a png, jpeg or webp picture.</exception>
    internal static RequestImage Parse(string text, Func<string, string> resolvePath)
    {
        if (text.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
        {
            return DataUriImage.Read(text);
        }

        if (text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
        {
            return Uri.TryCreate(text, UriKind.Absolute, out _)
                ? new LinkImage(text)
                : throw new SFVideoInvalidRequestException(Messages.ImageLinkInvalid(text));
        }

        return FileImage.Inspect(resolvePath(text));
    }
}
