using System.Management.Automation;
using SiliconFlow.Video.Commands;

namespace SiliconFlow.Video.Tests.Hosting;

/// <summary>Work whose last word comes while the pipeline's thread is busy with writing what came before.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "EndingWork")]
public sealed class InvokeEndingWorkCommand : ServiceCommand
{
    // What awaits this runs on inside SetResult, and so on the pipeline's thread.
    private readonly TaskCompletionSource<string> _last = new();

    private protected override LocalText Activity => LocalText.AsIs("Working");

    protected override void ProcessRecord()
    {
        Start(this, LocalText.AsIs("Last"), _last.Task, _ => { });
        Start(this, LocalText.AsIs("First"), Task.FromResult("written"), word =>
        {
            WriteObject(word);
            _last.SetResult("last");
        });
    }
}
