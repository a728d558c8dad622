namespace SiliconFlow.Video.Service;

/// <summary>The content behind a link, being read. A host that falls silent is given up after a while.</summary>
internal sealed class LinkContent : IDisposable
{
    private readonly HttpResponseMessage _response;
    private readonly Stream _stream;
    private readonly TimeProvider _time;

    internal LinkContent(HttpResponseMessage response, Stream stream, TimeProvider time)
    {
        _response = response;
        _stream = stream;
        _time = time;
    }

    /// <summary>How long a host may send nothing.</summary>
    internal static TimeSpan StallLimit { get; } = TimeSpan.FromSeconds(30);

    /// <summary>The length in bytes, where the host states it.</summary>
    internal long? Length => _response.Content.Headers.ContentLength;

    /// <summary>Reads what there is; 0 at the end.</summary>
    /// <exception cref="TimeoutException">The host sent nothing for <see cref="StallLimit"/>.</exception>
    internal async Task<int> ReadAsync(byte[] buffer, CancellationToken cancellationToken)
    {
        using var stalled = _time.CancelAfter(StallLimit);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, stalled.Token);
        try
        {
            return await _stream.ReadSomeAsync(buffer, 0, buffer.Length, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"The host sent nothing for {StallLimit.TotalSeconds:0} s.", e);
        }
    }

    /// <summary>Ends the transfer.</summary>
    public void Dispose()
    {
        _stream.Dispose();
        _response.Dispose();
    }
}
