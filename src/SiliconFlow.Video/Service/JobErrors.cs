namespace SiliconFlow.Video.Service;

/// <summary>Errors about a job that more than one engine meets.</summary>
internal static class JobErrors
{
    /// <summary>The error for a job that the service gave up.</summary>
    internal static SFVideoGenerationFailedException GenerationFailed(SFVideo video) =>
        new(Messages.GenerationFailed(video.Reason is { } reason ? LocalText.AsIs(ServiceAnswer.OneLine(reason)) : Messages.NoReason, AnswerErrors.Trace(video.TraceId)))
        {
            RequestId = video.RequestId,
            TraceId = video.TraceId,
            Operation = nameof(ServiceOperation.Status),
        };
}
