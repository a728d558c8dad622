using System.Management.Automation;
using System.Net;
using System.Security;
using SiliconFlow.Video.Service;

namespace SiliconFlow.Video.Commands;

/// <summary>Sets the API key, the region and the way to the service for this session. Nothing is sent yet.</summary>
[Cmdlet(VerbsCommunications.Connect, "SFVideo", DefaultParameterSetName = ByRegion)]
[OutputType(typeof(SFVideoConnection))]
public sealed class ConnectSFVideoCommand : PSCmdlet
{
    private const string ByRegion = "Region";
    private const string ByAddress = "BaseUri";

    /// <summary>The API key; the environment variable SILICONFLOW_API_KEY where left out.</summary>
    [Parameter(Position = 0)]
    [ApiKeyTransformation]
    [ValidateNotNull]
    public SecureString? ApiKey { get; set; }

    /// <summary>The region that the key belongs to; the environment variable SILICONFLOW_BASE_URL, else China, where left out.</summary>
    [Parameter(ParameterSetName = ByRegion)]
    public ServiceRegion Region { get; set; }

    /// <summary>The service's address, in place of a region's. Only https, except to this machine.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByAddress)]
    [ValidateNotNullOrEmpty]
    public string BaseUri { get; set; } = "";

    /// <summary>The proxy's address; the system's proxy where left out.</summary>
    [Parameter]
    [ValidateNotNull]
    public Uri? Proxy { get; set; }

    /// <summary>What the proxy is told when it asks.</summary>
    [Parameter]
    [ValidateNotNull]
    [Credential]
    public PSCredential? ProxyCredential { get; set; }

    /// <summary>How long one call may take, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, 3600)]
    public int RequestTimeoutSec { get; set; } = SessionConnection.DefaultTimeoutSec;

    /// <summary>Also writes the connection, for -Connection of other cmdlets.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        try
        {
            // PSCredential and NetworkCredential are the framework's way from a SecureString to text.
            var key = ApiKey is null ? SessionConnection.KeyFromEnvironment() : Service.ApiKey.Parse(new NetworkCredential("", ApiKey).Password);
            var proxy = ProxySettings.Create(Proxy, ProxyCredential?.GetNetworkCredential());
            var connection = SessionConnection.Create(SessionState, key, ChooseAddress(), proxy, RequestTimeoutSec);
            SessionConnection.Current.Set(connection);
            if (PassThru)
            {
                WriteObject(connection);
            }
        }
        catch (SFVideoException e)
        {
            e.Operation = "Connect";
            ThrowTerminatingError(ErrorRecords.Create(e, MyInvocation.MyCommand.Name));
        }
    }

    private Uri ChooseAddress() =>
        ParameterSetName == ByAddress ? BaseAddress.Check(BaseUri)
        : MyInvocation.BoundParameters.ContainsKey(nameof(Region)) ? BaseAddress.Of(Region)
        : SessionConnection.BaseUriFromEnvironment();
}
