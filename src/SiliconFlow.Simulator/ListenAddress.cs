using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace SiliconFlow.Simulator;

/// <summary>An address to listen on. Only loopback is one: the simulator takes any key and obeys anybody.</summary>
internal sealed record ListenAddress(IPAddress? Address, int Port)
{
    /// <summary>Reads addresses parted by semicolons.</summary>
    /// <exception cref="FormatException">One is not of the form http://host:port, or not a loopback address.</exception>
    public static IReadOnlyList<ListenAddress> Parse(string urls)
    {
        var addresses = urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(ParseOne).ToArray();
        return addresses.Length > 0 ? addresses : throw new FormatException("There is no address to listen on.");
    }

    public void Listen(KestrelServerOptions kestrel)
    {
        if (Address is null)
        {
            kestrel.ListenLocalhost(Port);
        }
        else
        {
            kestrel.Listen(Address, Port);
        }
    }

    private static ListenAddress ParseOne(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttp || uri.PathAndQuery != "/")
        {
            throw new FormatException($"\"{url}\" is no address of the form http://127.0.0.1:8080.");
        }

        // Kestrel cannot find one free port for both loopback addresses, so localhost with port 0 is the first of them.
        if (uri.Host == "localhost")
        {
            return new ListenAddress(uri.Port == 0 ? IPAddress.Loopback : null, uri.Port);
        }

        return IPAddress.TryParse(uri.DnsSafeHost, out var address) && IPAddress.IsLoopback(address)
            ? new ListenAddress(address, uri.Port)
            : throw new FormatException($"\"{url}\" is not a loopback address; the simulator listens on 127.0.0.1, [::1] or localhost only.");
    }
}
