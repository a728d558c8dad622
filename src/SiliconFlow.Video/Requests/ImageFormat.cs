namespace SiliconFlow.Video.Requests;

/// <summary>The picture formats that clients of the service are known to send, told apart by content: file names lie.</summary>
internal static class ImageFormat
{
    /// <summary>How many bytes from the start of a file are enough to recognise it.</summary>
    internal const int SignatureLength = 12;

    private static ReadOnlySpan<byte> PngSignature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>The media type of the picture that starts with these bytes, or null where they are none of png, jpeg and webp.</summary>
    internal static string? Detect(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith(PngSignature))
        {
            return "image/png";
        }

        if (start.Length >= 3 && start[0] == 0xFF && start[1] == 0xD8 && start[2] == 0xFF)
        {
            return "image/jpeg";
        }

        return start.Length >= SignatureLength && start.StartsWith("RIFF"u8) && start[8..].StartsWith("WEBP"u8) ? "image/webp" : null;
    }
}
