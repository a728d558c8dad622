using System.Management.Automation;

namespace SiliconFlow.Video.Commands;

/// <summary>Forgets the connection that Connect-SFVideo made in this session, and the key with it. Without one there is nothing to do.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "SFVideo")]
[OutputType(typeof(void))]
public sealed class DisconnectSFVideoCommand : PSCmdlet
{
    /// <inheritdoc/>
    protected override void EndProcessing() => SessionConnection.Current.Set(null);
}
