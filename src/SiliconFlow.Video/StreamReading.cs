namespace SiliconFlow.Video;

/// <summary>Reading to a full buffer, and reading that ends when it is told to on every family of .NET.</summary>
internal static class StreamReading
{
    /// <summary>Reads until the buffer is full or the stream ends.</summary>
    /// <returns>How many bytes were read.</returns>
    internal static int Fill(this Stream stream, byte[] buffer)
    {
        var read = 0;
        for (int n; read < buffer.Length && (n = stream.Read(buffer, read, buffer.Length - read)) > 0; read += n)
        {
        }

        return read;
    }

    /// <summary>Reads what there is, up to <paramref name="count"/> bytes; 0 at the end.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up; the stream cannot be used any more.</exception>
#if NETFRAMEWORK
    internal static async Task<int> ReadSomeAsync(this Stream stream, byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        // The network streams of .NET Framework look at the token only before they read: closing them is what ends a read.
        using var abort = cancellationToken.Register(static s => ((Stream)s!).Dispose(), stream);
        try
        {
            return await stream.ReadAsync(buffer, offset, count, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (cancellationToken.IsCancellationRequested && e is not OperationCanceledException)
        {
            throw new OperationCanceledException(e.Message, e, cancellationToken);
        }
    }
#else
    internal static ValueTask<int> ReadSomeAsync(this Stream stream, byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        stream.ReadAsync(buffer.AsMemory(offset, count), cancellationToken);
#endif
}
