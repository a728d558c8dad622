#if NETFRAMEWORK
using System.Net;
using System.Security.Authentication;

namespace SiliconFlow.Video.Service;

/// <summary>What .NET Framework keeps for each host and not for each client: brought to what the other family's client is told.</summary>
/// <remarks>A host's settings are made anew when it was left alone for a while, so they are looked at before each call.</remarks>
/// <param name="client">The client's handler.</param>
/// <param name="idleTimeout">When connections that nobody uses end.</param>
/// <param name="lifetime">When all connections end, once their call is over.</param>
internal sealed class ConnectionSettings(HttpClientHandler client, TimeSpan idleTimeout, TimeSpan lifetime) : DelegatingHandler(client)
{
    /// <summary>Old sessions of Windows PowerShell offer nothing later than TLS 1.0. They are given TLS 1.2 for this client alone; whoever offers it already goes on as they are.</summary>
    /// <param name="offered">What the process offers; the system's default where it is nothing in particular.</param>
    /// <returns>What the client is to offer; <see cref="SslProtocols.None"/> for what the process does.</returns>
    /// <remarks>Later protocols have higher values; TLS 1.3 has a name only in later .NET Framework.</remarks>
    internal static SslProtocols ProtocolsFor(SecurityProtocolType offered) =>
        offered == SecurityProtocolType.SystemDefault || offered >= SecurityProtocolType.Tls12 ? SslProtocols.None : SslProtocols.Tls12;

    /// <inheritdoc/>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var host = ServicePointManager.FindServicePoint(request.RequestUri, client.Proxy);
        host.ConnectionLimit = client.MaxConnectionsPerServer;
        host.MaxIdleTime = (int)idleTimeout.TotalMilliseconds;
        host.ConnectionLeaseTimeout = (int)lifetime.TotalMilliseconds;

        // A host that does not know the question would be waited for before each body.
        host.Expect100Continue = false;

        // Head and body leave apart: the body would wait for the host to have heard of the head.
        host.UseNagleAlgorithm = false;
        return base.SendAsync(request, cancellationToken);
    }
}
#endif
