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

    /// <summary>For calls to the service. An HttpClient would add time-outs, buffers and headers of its own to each call, which the callers see to themselves.</summary>
    internal static HttpMessageInvoker CreateInvoker(ProxySettings proxy) => new(CreateHandler(proxy, DecompressionMethods.GZip | DecompressionMethods.Deflate));

    /// <summary>For downloads: their length must be that on disk, and time-outs are their callers'.</summary>
    internal static HttpClient CreateClient(ProxySettings proxy) => new(CreateHandler(proxy, DecompressionMethods.None)) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>A handler that follows no redirect (the key would go along) and keeps no cookie.</summary>
#if NETFRAMEWORK
    private static ConnectionSettings CreateHandler(ProxySettings proxy, DecompressionMethods compression)
    {
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

        return new ConnectionSettings(client, IdleTimeout, ConnectionLifetime);
    }
#else
    private static SocketsHttpHandler CreateHandler(ProxySettings proxy, DecompressionMethods compression) => new()
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
}
