using System.Net;

namespace SiliconFlow.Video.Service;

/// <summary>The proxy of a connection.</summary>
/// <param name="Address">The proxy's address; null for the system's proxy.</param>
/// <param name="Credentials">What the proxy is told when it asks; null for the system's credentials.</param>
internal sealed record ProxySettings(Uri? Address, ICredentials? Credentials)
{
    /// <summary>Checks an address that a user gave.</summary>
    /// <exception cref="SFVideoInvalidRequestException">It is not a proxy's address, or carries a password, which would show in messages.</exception>
    internal static ProxySettings Create(Uri? address, ICredentials? credentials)
    {
        if (address is not null && (!address.IsAbsoluteUri || address.Scheme is not ("http" or "https")))
        {
            throw new SFVideoInvalidRequestException(Messages.ProxyInvalid(address));
        }

        return address?.UserInfo.Length > 0
            ? throw new SFVideoInvalidRequestException(Messages.ProxyHasUserName)
            : new ProxySettings(address, credentials);
    }

    /// <summary>The proxy for an HTTP handler.</summary>
    internal IWebProxy ToWebProxy()
    {
        if (Address is not null)
        {
            return new WebProxy(Address) { Credentials = Credentials };
        }

#if NETFRAMEWORK
        var system = WebRequest.DefaultWebProxy ?? new WebProxy();
#else
        var system = HttpClient.DefaultProxy;
#endif
        return new SystemProxy(system, Credentials);
    }
}
