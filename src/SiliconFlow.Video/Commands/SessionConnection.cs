using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SiliconFlow.Video.Service;

namespace SiliconFlow.Video.Commands;

/// <summary>The connection of each runspace: what Connect-SFVideo made, else what the environment says.</summary>
internal sealed class SessionConnection
{
    internal const string KeyVariable = "SILICONFLOW_API_KEY";
    internal const string BaseUriVariable = "SILICONFLOW_BASE_URL";

    /// <summary>The service's answers come within seconds; a large image may take its time to be sent.</summary>
    internal const int DefaultTimeoutSec = 100;

    private static readonly ConditionalWeakTable<Runspace, SessionConnection> Sessions = new();

    private SFVideoConnection? _given;
    private SFVideoConnection? _fromEnvironment;
    private (string? Key, string? BaseUri) _environment;

    /// <summary>The holder of the runspace that runs the caller.</summary>
    internal static SessionConnection Current => Sessions.GetOrCreateValue(Runspace.DefaultRunspace);

    /// <summary>Takes a new connection in place of the one before, or none. That one is not closed: -PassThru may have handed it out.</summary>
    internal void Set(SFVideoConnection? connection) => _given = connection;

    /// <summary>The connection to use.</summary>
    /// <exception cref="SFVideoAuthenticationException">There is none, and the environment holds no key.</exception>
    /// <exception cref="SFVideoInvalidRequestException">The environment's base address is not one.</exception>
    internal SFVideoConnection Get(SessionState session)
    {
        if (_given is not null)
        {
            return _given;
        }

        var environment = (Environment.GetEnvironmentVariable(KeyVariable), Environment.GetEnvironmentVariable(BaseUriVariable));
        if (_fromEnvironment is null || environment != _environment)
        {
            _fromEnvironment = Create(session, KeyFromEnvironment(), BaseUriFromEnvironment(), new ProxySettings(null, null), DefaultTimeoutSec);
            _environment = environment;
        }

        return _fromEnvironment;
    }

    internal static SFVideoConnection Create(SessionState session, ApiKey key, Uri baseUri, ProxySettings proxy, int timeoutSec) =>
        new(baseUri, key, proxy, TimeSpan.FromSeconds(timeoutSec), UserAgent(session));

    /// <summary>The environment's key.</summary>
    /// <exception cref="SFVideoAuthenticationException">There is none.</exception>
    internal static ApiKey KeyFromEnvironment()
    {
        var key = Environment.GetEnvironmentVariable(KeyVariable);
        return string.IsNullOrWhiteSpace(key)
            ? throw new SFVideoAuthenticationException(ErrorIds.NotConnected, Messages.KeyMissing(KeyVariable))
            : ApiKey.Parse(key);
    }

    /// <summary>The environment's base address, else China's.</summary>
    internal static Uri BaseUriFromEnvironment()
    {
        var text = Environment.GetEnvironmentVariable(BaseUriVariable);
        return string.IsNullOrWhiteSpace(text) ? BaseAddress.Of(ServiceRegion.China) : BaseAddress.Check(text!);
    }

    private static string UserAgent(SessionState session)
    {
        var module = typeof(SessionConnection).Assembly.GetName().Version!.ToString(3);
        var shell = (session.PSVariable.GetValue("PSVersionTable") as IDictionary)?["PSVersion"];
        var system = RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? "Windows" : RuntimeInformation.IsOSPlatform(OSPlatform.OSX) ? "macOS" : "Linux";
        return $"SiliconFlow.Video/{module} PowerShell/{shell} ({system})";
    }
}
