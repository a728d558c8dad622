namespace SiliconFlow.Video.Requests;

/// <summary>An image file. It is looked at when the request is made, and read as a whole only when its turn to be sent has come.</summary>
/// <param name="Path">The full path.</param>
internal sealed record FileImage(string Path) : RequestImage(Path)
{
    /// <summary>A guard against mistakes (a video, a disk image): far more than any picture the service is known to take.</summary>
    internal const long MaxLength = 256L * 1024 * 1024;

    private string? _sha256;

    /// <inheritdoc/>
    internal override string? ContentSha256 => _sha256;

    /// <summary>Makes sure that the file is there and is a picture, without reading more than its start.</summary>
    /// <exception cref="SFVideoInvalidRequestException">The file cannot be read, is too large, or is not a png, jpeg or webp picture.</exception>
    internal static FileImage Inspect(string path)
    {
        try
        {
            using var file = Open(path, useAsync: false);
            var start = new byte[ImageFormat.SignatureLength];
            _ = MediaTypeOf(path, start.AsSpan(0, file.Fill(start)));
            return new FileImage(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw Unreadable(path, e);
        }
    }

    /// <summary>The same image bound to its content as it is now: reading another one later is an error.</summary>
    /// <exception cref="SFVideoInvalidRequestException">The file cannot be read.</exception>
    internal FileImage BindContent()
    {
        try
        {
            using var file = Open(Path, useAsync: false);
            return this with { _sha256 = ContentHash.Of(file) };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(Path, e);
        }
    }

    /// <summary>Reads the whole file.</summary>
    /// <returns>The content and its media type. The file may have changed since it was inspected, so the type is told from what was read.</returns>
    /// <exception cref="SFVideoInvalidRequestException">As for <see cref="Inspect"/>.</exception>
    internal async Task<(byte[] Content, string MediaType)> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var file = Open(Path, useAsync: true);
            var content = new byte[file.Length];
            var read = 0;
            for (int n; read < content.Length; read += n)
            {
                n = await file.ReadSomeAsync(content, read, content.Length - read, cancellationToken).ConfigureAwait(false);
                if (n == 0)
                {
                    throw new SFVideoInvalidRequestException(Messages.ImageShrank(Path));
                }
            }

            CheckBinding(content);
            return (content, MediaTypeOf(Path, content));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(Path, e);
        }
    }

    private void CheckBinding(byte[] content)
    {
        if (_sha256 is not null && ContentHash.Of(content) != _sha256)
        {
            throw new SFVideoInvalidRequestException(Messages.ImageChanged(Path));
        }
    }

    private static FileStream Open(string path, bool useAsync)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 4096, useAsync);
        if (file.Length <= MaxLength)
        {
            return file;
        }

        file.Dispose();
        throw new SFVideoInvalidRequestException(Messages.ImageTooLarge(path, MaxLength / (1024 * 1024)));
    }

    private static string MediaTypeOf(string path, ReadOnlySpan<byte> content) =>
        ImageFormat.Detect(content)
        ?? throw new SFVideoInvalidRequestException(Messages.ImageUnknown(path));

    private static SFVideoInvalidRequestException Unreadable(string path, Exception cause) =>
        new(Messages.ImageUnreadable(path, cause.Message), cause);
}
