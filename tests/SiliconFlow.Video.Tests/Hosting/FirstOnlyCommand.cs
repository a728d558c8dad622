using System.Management.Automation;
using System.Reflection;

namespace SiliconFlow.Video.Tests.Hosting;

/// <summary>Lets one object pass and then stops the commands before it, as Select-Object -First 1 does, which the bare engine lacks. Imported by a test with Import-Module -Assembly.</summary>
[Cmdlet(VerbsCommon.Select, "FirstOnly")]
public sealed class FirstOnlyCommand : PSCmdlet
{
    // The engine's own way to stop upstream commands is not public.
    private static readonly Type StopUpstream = typeof(PSObject).Assembly.GetType("System.Management.Automation.StopUpstreamCommandsException", throwOnError: true)!;

    /// <summary>What comes down the pipeline.</summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        WriteObject(InputObject);
        throw (Exception)Activator.CreateInstance(StopUpstream, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, null, [this], null)!;
    }
}
