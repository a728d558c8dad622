using System.Management.Automation;

namespace SiliconFlow.Video.Tests.Hosting;

/// <summary>Passes one object on and ends the commands before it, as Select-Object -First 1 does; the bare engine lacks that one.</summary>
[Cmdlet(VerbsCommon.Select, "First")]
public sealed class SelectFirstCommand : PSCmdlet
{
    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    protected override void ProcessRecord()
    {
        WriteObject(InputObject);

        // The engine has no public way to say this.
        Type stop = typeof(PSCmdlet).Assembly.GetType("System.Management.Automation.StopUpstreamCommandsException", throwOnError: true)!;
        throw (Exception)Activator.CreateInstance(stop, this)!;
    }
}
