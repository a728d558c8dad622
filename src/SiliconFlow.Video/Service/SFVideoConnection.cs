namespace SiliconFlow.Video.Service;

/// <summary>Where the service is and how it is reached, with the key that opens it. Shared by the cmdlets of a runspace; safe to use from several threads.</summary>
/// <remarks>It shows no secret, and loses the key when it is serialized.</remarks>
public sealed class SFVideoConnection : IDisposable
{
    private readonly Lazy<HttpMessageInvoker> _api;
    private readonly Lazy<HttpClient> _links;

    internal SFVideoConnection(Uri baseUri, ApiKey key, ProxySettings proxy, TimeSpan requestTimeout, string userAgent, TimeProvider? time = null)
    {
        BaseUri = baseUri;
        Key = key;
        Proxy = proxy.Address;
        RequestTimeout = requestTimeout;
        UserAgent = userAgent;
        Time = time ?? TimeProvider.System;
        Pause = new SharedPause(Time);
        _api = new Lazy<HttpMessageInvoker>(() => HttpStack.CreateInvoker(proxy));
        _links = new Lazy<HttpClient>(() => HttpStack.CreateClient(proxy));
    }

    /// <summary>The address that all calls start from, for example <c>https://api.siliconflow.cn/v1</c>.</summary>
    public Uri BaseUri { get; }

    /// <summary>The proxy given to Connect-SFVideo; empty for the system's.</summary>
    public Uri? Proxy { get; }

    /// <summary>How long one call to the service may take, the answer included.</summary>
    public TimeSpan RequestTimeout { get; }

    /// <summary>What the service is told about the caller: the module's and PowerShell's versions.</summary>
    public string UserAgent { get; }

    internal ApiKey Key { get; }

    internal TimeProvider Time { get; }

    /// <summary>Holds back the calls to the service while it asks for that.</summary>
    internal SharedPause Pause { get; }

    /// <summary>For calls to the service.</summary>
    internal HttpMessageInvoker Api => _api.Value;

    /// <summary>For links to videos: a client that the key never comes near.</summary>
    internal HttpClient Links => _links.Value;

    /// <summary>Closes the connections. Downloads under way end with an error; calls that were sent may still get their answers, which hold ids of paid jobs.</summary>
    public void Dispose()
    {
        if (_api.IsValueCreated)
        {
            _api.Value.Dispose();
        }

        if (_links.IsValueCreated)
        {
            _links.Value.Dispose();
        }
    }

    /// <summary>The base address.</summary>
    public override string ToString() => BaseUri.ToString();
}
