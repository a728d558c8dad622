namespace SiliconFlow.Simulator;

/// <summary>One job as it stands.</summary>
public sealed record JobRecord
{
    /// <summary>The job's id.</summary>
    public required string RequestId { get; init; }

    /// <summary>Where the job stands.</summary>
    public required JobState State { get; init; }

    /// <summary>The place in the queue, from 1; 0 once the job has left it.</summary>
    public required int Position { get; init; }

    /// <summary>The prompt.</summary>
    public required string Prompt { get; init; }

    /// <summary>The seed that was sent or drawn.</summary>
    public required long Seed { get; init; }

    /// <summary>When the job was taken.</summary>
    public required DateTimeOffset SubmittedAt { get; init; }

    /// <summary>When the job ended; null before.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>How long the job ran, in seconds; null before it ended.</summary>
    public double? InferenceSeconds { get; init; }

    /// <summary>Why the job failed; null unless it did.</summary>
    public string? Reason { get; init; }
}
