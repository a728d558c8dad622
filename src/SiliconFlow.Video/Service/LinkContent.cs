namespace SiliconFlow.Video.Service;

/// <summary>The content behind a link, or the rest of it, being read. A host that falls silent is given up after a while.</summary>
internal sealed class LinkContent : IDisposable
{
    private readonly HttpResponseMessage _response;
    private readonly Stream _stream;
    private readonly CancellationToken _caller;

    /// <summary>Ends reading, for the caller or for the silence. One for all reads: a transfer has thousands.</summary>
    private readonly CancellationTokenSource _end;
    private readonly ITimer _silence;

    internal LinkContent(HttpResponseMessage response, Stream stream, TimeProvider time, CancellationToken cancellationToken)
    {
        _response = response;
        _stream = stream;
        _caller = cancellationToken;
        _end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _silence = time.CreateTimer(End, _end, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>How long a host may send nothing.</summary>
    internal static TimeSpan StallLimit { get; } = TimeSpan.FromSeconds(30);

    /// <summary>Where in the whole the content begins: zero where it is the whole.</summary>
    internal long Start { get; init; }

    /// <summary>Which version it is of; null where the host states none that could be relied on.</summary>
    internal LinkVersion? Version { get; init; }

    /// <summary>How many bytes are to come, where the host states it.</summary>
    internal long? Length => _response.Content.Headers.ContentLength;

    /// <summary>Reads what there is; 0 at the end.</summary>
    /// <exception cref="TimeoutException">The host sent nothing for <see cref="StallLimit"/>.</exception>
    internal async Task<int> ReadAsync(byte[] buffer)
    {
        // Only the wait for the host counts, not what the caller does between two reads.
        _silence.Change(StallLimit, Timeout.InfiniteTimeSpan);
        try
        {
            return await _stream.ReadSomeAsync(buffer, 0, buffer.Length, _end.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (!_caller.IsCancellationRequested)
        {
            throw new SilentHostException(StallLimit, e);
        }
        finally
        {
            _silence.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Ends the transfer.</summary>
    public void Dispose()
    {
        _silence.Dispose();
        _stream.Dispose();
        _response.Dispose();
        _end.Dispose();
    }

    private static void End(object? end)
    {
        try
        {
            ((CancellationTokenSource)end!).Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The transfer has ended in the same moment.
        }
    }
}
