using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;

namespace SiliconFlow.Video.Tests.Hosting;

/// <summary>An HTTP proxy on loopback that passes nothing on: it keeps the head of each request and gives one answer to all.</summary>
internal sealed class TinyProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Channel<string> _heads = Channel.CreateUnbounded<string>();
    private readonly string _answer;
    private readonly Task _accepting;

    /// <param name="answer">The whole answer, as it goes on the wire.</param>
    public TinyProxy(string answer)
    {
        _answer = answer;
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _accepting = AcceptAsync();
    }

    public Uri Address { get; }

    /// <summary>The request line and the headers of the next request.</summary>
    public ValueTask<string> NextHeadAsync() => _heads.Reader.ReadAsync();

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await _accepting;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await _listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                var head = new StringBuilder();
                var one = new byte[1];
                while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(one) > 0)
                {
                    head.Append((char)one[0]);
                }

                if (head.Length > 0)
                {
                    await ReadBodyAsync(stream, head.ToString());
                    await _heads.Writer.WriteAsync(head.ToString());
                    await stream.WriteAsync(Encoding.ASCII.GetBytes(_answer));
                }
            }
            catch (IOException)
            {
                // The client went.
            }
        }
    }

    private static async Task ReadBodyAsync(NetworkStream stream, string head)
    {
        const string name = "Content-Length:";
        var length = head.Split("\r\n").FirstOrDefault(line => line.StartsWith(name, StringComparison.OrdinalIgnoreCase)) is { } line
            ? int.Parse(line[name.Length..], System.Globalization.CultureInfo.InvariantCulture)
            : 0;
        await stream.ReadExactlyAsync(new byte[length]);
    }
}
