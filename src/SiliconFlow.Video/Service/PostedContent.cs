using System.Net;

namespace SiliconFlow.Video.Service;

/// <summary>
/// A JSON body that knows whether any of it may have left: the one sure sign that a paid call was never delivered is that its body was never asked for.
/// </summary>
internal sealed class PostedContent : HttpContent
{
    private readonly byte[] _body;
    private readonly bool _once;
    private int _sendings;

    /// <param name="body">UTF-8 JSON.</param>
    /// <param name="once">Refuse a second sending, which HTTP handlers may try by themselves on a connection that broke.</param>
    internal PostedContent(byte[] body, bool once)
    {
        _body = body;
        _once = once;
        Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=utf-8");
    }

    /// <summary>True once the sending of the body has begun.</summary>
    internal bool WasSent => Volatile.Read(ref _sendings) > 0;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SendAsync(stream, CancellationToken.None);

#if !NETFRAMEWORK
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) => SendAsync(stream, cancellationToken);
#endif

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length;
        return true;
    }

    private Task SendAsync(Stream stream, CancellationToken cancellationToken) =>
        Interlocked.Increment(ref _sendings) > 1 && _once
            ? throw new SentTwiceException()
            : stream.WriteAsync(_body, 0, _body.Length, cancellationToken);
}
