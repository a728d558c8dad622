using System.Net;
#if NETFRAMEWORK
using System.Security.Authentication;
#endif

namespace SiliconFlow.Video.Service;

/// <summary>Builds the HTTP clients of a connection, once for each family of .NET.</summary>
internal static class HttpStack
{
    /// <summary>Enough for every cmdlet of one pipeline; .NET Framework would otherwise allow two.</summary>
    private const int MaxConnectionsPerServer = 256;

    /// <summary>Shorter than servers close idle connections, so that a paid call does not go out on a dying one.</summary>
    private static readonly TimeSpan IdleTimeout = TimeSpan.FromSeconds(30);

    /// <summary>Long runs must notice that a name has got a new address.</summary>
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

#if !NETFRAMEWORK
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(20);
#endif

    /// <summary>A client that follows no redirect (the key would go along), keeps no cookie, and leaves time-outs to its callers.</summary>
    /// <param name="proxy">The connection's proxy.</param>
    /// <param name="decompress">False for downloads, whose length must be that on disk.</param>
    internal static HttpClient CreateClient(ProxySettings proxy, bool decompress)
    {
        var compression = decompress ? DecompressionMethods.GZip | DecompressionMethods.Deflate : DecompressionMethods.None;
#if NETFRAMEWORK
        var client = new HttpClientHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = compression,
            UseCookies = false,
            Proxy = proxy.ToWebProxy(),
            MaxConnectionsPerServer = MaxConnectionsPerServer,
        };
        if (ConnectionSettings.ProtocolsFor(ServicePointManager.SecurityProtocol) is not SslProtocols.None and var protocols)
        {
            client.SslProtocols = protocols;
        }

        var handler = new ConnectionSettings(client, IdleTimeout, ConnectionLifetime);
#else
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = compression,
            UseCookies = false,
            Proxy = proxy.ToWebProxy(),
            MaxConnectionsPerServer = MaxConnectionsPerServer,
            PooledConnectionIdleTimeout = IdleTimeout,
            PooledConnectionLifetime = ConnectionLifetime,
            ConnectTimeout = ConnectTimeout,
        };
#endif
        return new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }
}
