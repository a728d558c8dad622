using System.Management.Automation;
using SiliconFlow.Video.Journaling;
using SiliconFlow.Video.Service;
using SiliconFlow.Video.Waiting;

namespace SiliconFlow.Video.Commands;

/// <summary>Waits for many jobs at once, and writes each as soon as its video is ready.</summary>
[Cmdlet(VerbsLifecycle.Wait, "SFVideo", DefaultParameterSetName = "Video")]
[OutputType(typeof(SFVideo))]
public sealed class WaitSFVideoCommand : JobCommand
{
    private Waiter? _waiter;

    /// <summary>How long each job is waited for from its arrival, in seconds; 0 asks once.</summary>
    [Parameter]
    [ValidateRange(0, 604800)]
    public int TimeoutSec { get; set; } = 1800;

    /// <summary>How long to wait between two questions about a job, in seconds; left out, it goes by how long the model's jobs take.</summary>
    [Parameter]
    [ValidateRange(0.1, 3600.0)]
    public double? PollIntervalSec { get; set; }

    /// <summary>
    /// The most questions a minute, for all jobs together; 600 where left out, or 6000 with an interval of the caller's. Given, it is made use of: jobs that
    /// may end at any moment are asked about more often, as far as it goes.
    /// </summary>
    [Parameter]
    [ValidateRange(1, 60000)]
    public int? MaxPollsPerMinute { get; set; }

    /// <summary>Also writes the jobs that failed or were not finished in time, besides their errors.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override LocalText Activity => Messages.WaitingForVideos;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        var interval = PollIntervalSec is { } seconds ? TimeSpan.FromSeconds(seconds) : (TimeSpan?)null;
        _waiter = new Waiter(new StatusClient(Connection!, Observer), new WaitSettings(TimeSpan.FromSeconds(TimeoutSec), interval, MaxPollsPerMinute), new Random());
        Progress.Estimate = _waiter.EstimateRemaining;
    }

    private protected override void StartOn(SFVideo video)
    {
        var journal = video.IsEnded ? null : JournalOf(video, first => _waiter!.Learn(RunLog.RunsOf(first)));
        Start(video, SubjectOf(video), WaitAsync(video, journal), Write);
    }

    private async Task<WaitResult> WaitAsync(SFVideo video, Journal? journal)
    {
        var result = await _waiter!.WaitAsync(video, StopToken).ConfigureAwait(false);
        await (journal is null ? Task.CompletedTask : EndLog.WriteAsync(journal, result.Video)).ConfigureAwait(false);
        return result;
    }

    private void Write(WaitResult result)
    {
        if (result.Error is null)
        {
            Progress.Succeed();
        }
        else
        {
            WriteFailure(result.Error, result.Video, SubjectOf(result.Video));
        }

        if (result.Error is null || PassThru)
        {
            WriteResult(result.Video);
        }
    }
}
