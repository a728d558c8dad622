namespace SiliconFlow.Video.Service;

/// <summary>What .NET Framework's HTTP client lacks.</summary>
internal static class HttpBackports
{
    internal static Task<Stream> OpenAsync(this HttpContent content, CancellationToken cancellationToken)
    {
#if NETFRAMEWORK
        cancellationToken.ThrowIfCancellationRequested();
        return content.ReadAsStreamAsync();
#else
        return content.ReadAsStreamAsync(cancellationToken);
#endif
    }
}
