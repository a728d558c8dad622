namespace SiliconFlow.Video;

/// <summary>One generation job as it was seen at one moment. Immutable: asking again gives a new object.</summary>
/// <remarks>Nothing in an answer of the service is guaranteed to be present, so every property but the id may be empty.</remarks>
public sealed record SFVideo
{
    internal SFVideo(string requestId) => RequestId = requestId;

    /// <summary>The service's id of the job. Opaque text; unique within one region of the service. Empty for a journal's row that has none.</summary>
    public string RequestId { get; }

    /// <summary>The user's own name for the job, as given to New-SFVideo. Never sent to the service.</summary>
    public string? Name { get; internal init; }

    /// <summary>How far the job has come.</summary>
    public SFVideoStatus Status { get; internal init; }

    /// <summary>The model that was asked for.</summary>
    public string? Model { get; internal init; }

    /// <summary>The prompt as it was sent.</summary>
    public string? Prompt { get; internal init; }

    /// <summary>What the video should not show, as it was sent.</summary>
    public string? NegativePrompt { get; internal init; }

    /// <summary>Width and height in pixels, for example <c>1280x720</c>.</summary>
    public string? ImageSize { get; internal init; }

    /// <summary>The first frame: a link, the full path of a file, or a data URI cut short.</summary>
    public string? Image { get; internal init; }

    /// <summary>The seed that was asked for or, once the video is ready, the one the service used.</summary>
    public long? Seed { get; internal init; }

    /// <summary>The link to the video. Set when <see cref="Status"/> is <see cref="SFVideoStatus.Succeeded"/>; good until <see cref="LinkExpiresAt"/>.</summary>
    public string? Url { get; internal init; }

    /// <summary>When the link ends, in local time: as the link itself states, else ten minutes after success was first seen (the shorter of the service's two promises).</summary>
    public DateTime? LinkExpiresAt { get; internal init; }

    /// <summary>Why the job failed, where the service said so.</summary>
    public string? Reason { get; internal init; }

    /// <summary>The place in the queue, where the service told it.</summary>
    public int? Position { get; internal init; }

    /// <summary>How long the generation took, in seconds, as the service measured it.</summary>
    public double? InferenceTime { get; internal init; }

    /// <summary>When the service took the job, in local time.</summary>
    public DateTime? SubmittedAt { get; internal init; }

    /// <summary>When success or failure was first seen, in local time.</summary>
    public DateTime? CompletedAt { get; internal init; }

    /// <summary>The service's trace id of the last answer about this job, for its support.</summary>
    public string? TraceId { get; internal init; }

    /// <summary>The full path of the journal that the job is in, where there is one. Wait-SFVideo and Save-SFVideo go on writing there.</summary>
    public string? Journal { get; internal init; }

    /// <summary>The address of the service that the job belongs to. Jobs are known in their own region only.</summary>
    public Uri? BaseUri { get; internal init; }

    /// <summary>True once the service will change nothing more about the job.</summary>
    internal bool IsEnded => Status is SFVideoStatus.Succeeded or SFVideoStatus.Failed or SFVideoStatus.Saved;

    /// <summary>The request id.</summary>
    public override string ToString() => RequestId;
}
