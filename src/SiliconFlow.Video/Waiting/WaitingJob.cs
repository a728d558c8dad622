namespace SiliconFlow.Video.Waiting;

/// <summary>One job that somebody waits for.</summary>
internal sealed class WaitingJob(SFVideo video, double? submittedAt, double deadline, CancellationToken cancellationToken)
    : PollJob(video.Model, submittedAt, video.Status == SFVideoStatus.Submitted, deadline)
{
    // Those who wait go on elsewhere: the thread that brings the answer has others to bring.
    private readonly TaskCompletionSource<WaitResult> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The job as it was last seen.</summary>
    internal SFVideo Video { get; set; } = video;

    /// <summary>Why the last question got no usable answer; null where it got one.</summary>
    internal SFVideoException? Failure { get; set; }

    /// <summary>How many answers since the last good one made no sense.</summary>
    internal int Unusable { get; set; }

    /// <summary>True once the wait has ended, in whatever way. Answers that come later are of no use.</summary>
    internal bool IsOver { get; set; }

    /// <summary>Gives up the wait.</summary>
    internal CancellationToken Canceled => cancellationToken;

    /// <summary>What is to be let go of when the wait has ended.</summary>
    internal CancellationTokenRegistration Registration { get; set; }

    internal Task<WaitResult> Task => _result.Task;

    internal void End(WaitResult result) => _result.TrySetResult(result);

    internal void Fail(Exception error) => _result.TrySetException(error);

    internal void Cancel() => _result.TrySetCanceled(cancellationToken);
}
