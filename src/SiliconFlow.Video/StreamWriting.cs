namespace SiliconFlow.Video;

/// <summary>Writing as each family of .NET does it best.</summary>
internal static class StreamWriting
{
    /// <summary>Writes the first <paramref name="count"/> bytes of a buffer.</summary>
#if NETFRAMEWORK
    internal static Task WriteStartAsync(this Stream stream, byte[] buffer, int count, CancellationToken cancellationToken) =>
        stream.WriteAsync(buffer, 0, count, cancellationToken);
#else
    internal static ValueTask WriteStartAsync(this Stream stream, byte[] buffer, int count, CancellationToken cancellationToken) =>
        stream.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
#endif
}
