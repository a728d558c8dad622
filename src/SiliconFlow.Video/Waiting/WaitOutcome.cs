using SiliconFlow.Video.Service;

namespace SiliconFlow.Video.Waiting;

/// <summary>What becomes of one question about a job, and of the wait for it.</summary>
internal static class WaitOutcome
{
    /// <summary>Asks how a job stands, within a time.</summary>
    /// <exception cref="SFVideoException">There was no usable answer, or none in time.</exception>
    internal static async Task<SFVideo> AskAsync(StatusClient client, WaitingJob job, TimeSpan limit)
    {
        if (limit >= client.Connection.RequestTimeout)
        {
            return await client.GetOnceAsync(job.Video, job.Canceled).ConfigureAwait(false);
        }

        using var deadline = client.Connection.Time.CancelAfter(limit);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(job.Canceled, deadline.Token);
        try
        {
            return await client.GetOnceAsync(job.Video, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (!job.Canceled.IsCancellationRequested)
        {
            throw new SFVideoConnectionException(Messages.NoAnswerBeforeDeadline, e)
            {
                MayRepeat = true,
                RequestId = job.Video.RequestId,
                Operation = nameof(ServiceOperation.Status),
            };
        }
    }

    /// <summary>The result for a job that has ended.</summary>
    internal static WaitResult Of(SFVideo video) => new(video, video.Status == SFVideoStatus.Failed ? JobErrors.GenerationFailed(video) : null);

    /// <summary>The result for a job that was not finished in time.</summary>
    internal static WaitResult TimedOut(SFVideo video, TimeSpan timeout)
    {
        return new WaitResult(video, new SFVideoTimeoutException(
            Messages.NotFinishedWithin(timeout.TotalSeconds, video.Status, AnswerErrors.Trace(video.TraceId)))
        {
            RequestId = video.RequestId,
            TraceId = video.TraceId,
            Operation = nameof(ServiceOperation.Status),
        });
    }
}
