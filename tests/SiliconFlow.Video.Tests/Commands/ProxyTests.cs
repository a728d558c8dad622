using SiliconFlow.Simulator;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Commands;

/// <summary>The way to the service leads over the proxy that was given, else over the system's, and within this machine over none.</summary>
public sealed class ProxyTests
{
    private const string Taken = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 25\r\nConnection: close\r\n\r\n{\"requestId\":\"via-proxy\"}";
    private const string WantsCredentials = "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"proxy\"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

    [Fact]
    public async Task A_given_proxy_gets_every_call()
    {
        await using var proxy = new TinyProxy(Taken);
        await using var session = await SimulatedSession.StartAsync();

        ScriptResult result = session.Run("Connect-SFVideo key -BaseUri $uri -Proxy $proxy; New-SFVideo p", variables: Variables(proxy)).ThrowOnError();

        Assert.Equal("via-proxy", Assert.Single(result.Output).Get("RequestId"));
        Assert.StartsWith($"POST {session.Simulator.BaseUri}/video/submit HTTP/1.1\r\n", await proxy.NextHeadAsync(), StringComparison.Ordinal);
        Assert.Empty(session.Simulator.Calls);
    }

    [Fact]
    public async Task A_given_proxy_gets_the_downloads_without_the_key()
    {
        await using var proxy = new TinyProxy(Taken);
        await using var session = await SimulatedSession.StartAsync();

        RunningScript script = session.Start(
            "Connect-SFVideo sk-secret-key -BaseUri $uri -Proxy $proxy; [pscustomobject] @{ RequestId = 'a1'; Status = 'Succeeded'; Url = 'http://127.0.0.1:9/a.mp4' } | Save-SFVideo",
            variables: new Dictionary<string, object?>(Variables(proxy)) { ["uri"] = session.Simulator.BaseUri });
        string head = await proxy.NextHeadAsync();
        await script.StopAsync();

        Assert.StartsWith("GET http://127.0.0.1:9/a.mp4 HTTP/1.1\r\n", head, StringComparison.Ordinal);
        Assert.DoesNotContain("sk-secret-key", head, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proxy_that_asks_is_told_the_credentials_and_never_the_key()
    {
        await using var proxy = new TinyProxy(WantsCredentials);
        using var session = ModuleRunspace.Open();

        RunningScript script = session.Start(
            """
            $credential = [pscredential]::new('user', [System.Net.NetworkCredential]::new('', 'word').SecurePassword)
            Connect-SFVideo sk-secret-key -BaseUri https://service.invalid/v1 -Proxy $proxy -ProxyCredential $credential
            New-SFVideo p
            """,
            variables: Variables(proxy));
        string first = await proxy.NextHeadAsync();
        string second = await proxy.NextHeadAsync();
        await script.StopAsync();

        Assert.StartsWith("CONNECT service.invalid:443 HTTP/1.1\r\n", first, StringComparison.Ordinal);
        Assert.DoesNotContain("Proxy-Authorization", first, StringComparison.Ordinal);
        Assert.Contains($"Proxy-Authorization: Basic {Convert.ToBase64String("user:word"u8)}\r\n", second, StringComparison.Ordinal);
        Assert.DoesNotContain("sk-secret-key", first + second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_systems_proxy_is_used_except_within_this_machine()
    {
        await using var proxy = new TinyProxy("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        await using var simulator = await ServiceSimulator.StartAsync();

        // In a process of its own: .NET reads these variables once.
        string[] lines = await EngineHost.RunAsync(
            """
            $proxy, $service = $other -split ' '
            'http_proxy', 'https_proxy', 'HTTP_PROXY', 'HTTPS_PROXY' | ForEach-Object { [Environment]::SetEnvironmentVariable($_, $proxy) }
            'no_proxy', 'NO_PROXY' | ForEach-Object { [Environment]::SetEnvironmentVariable($_, $null) }
            Import-Module $module
            Connect-SFVideo key -BaseUri $service
            (New-SFVideo p).Prompt
            $far = Connect-SFVideo key -BaseUri https://service.invalid/v1 -PassThru
            $shell = [powershell]::Create([initialsessionstate]::CreateDefault2())
            $null = $shell.AddScript('param($module, $far) Import-Module $module; New-SFVideo p -Connection $far -Verbose').AddArgument($module).AddArgument($far)
            $null = $shell.BeginInvoke()
            while ($shell.Streams.Verbose.Count -lt 2 -and $shell.InvocationStateInfo.State -eq 'Running') { }
            $shell.Stop()
            $shell.Streams.Verbose[1].Message
            """,
            $"{proxy.Address} {simulator.BaseUri}");

        Assert.Equal("p", lines[0]);
        Assert.Single(simulator.Bill);
        Assert.StartsWith("CONNECT service.invalid:443 HTTP/1.1\r\n", await proxy.NextHeadAsync(), StringComparison.Ordinal);
        Assert.Contains("502", lines[1], StringComparison.Ordinal);
    }

    private static Dictionary<string, object?> Variables(TinyProxy proxy) => new() { ["proxy"] = proxy.Address };
}
