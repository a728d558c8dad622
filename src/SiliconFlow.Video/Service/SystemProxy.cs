using System.Net;

namespace SiliconFlow.Video.Service;

/// <summary>The system's proxy, but never for addresses of this machine: a proxy elsewhere cannot reach them, and HTTP_PROXY alone does not except them.</summary>
/// <remarks>The system's own object is shared by the whole process, so credentials are kept here and not set there.</remarks>
internal sealed class SystemProxy(IWebProxy system, ICredentials? credentials) : IWebProxy
{
    public ICredentials? Credentials { get; set; } = credentials ?? system.Credentials;

    public Uri? GetProxy(Uri destination) => destination.IsLoopback ? null : system.GetProxy(destination);

    public bool IsBypassed(Uri host) => host.IsLoopback || system.IsBypassed(host);
}
