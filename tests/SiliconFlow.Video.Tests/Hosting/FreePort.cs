using System.Net;
using System.Net.Sockets;

namespace SiliconFlow.Video.Tests.Hosting;

/// <summary>A port of this machine that nobody listens on.</summary>
internal static class FreePort
{
    /// <summary>The base address of a service that is out of reach.</summary>
    public static Uri Address
    {
        get
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
            return new Uri($"http://{socket.LocalEndPoint}/v1");
        }
    }
}
