namespace SiliconFlow.Simulator;

/// <summary>One job: what was fixed when it was taken, and what was done to it by hand since. Guarded by the lock of its <see cref="JobBook"/>.</summary>
internal sealed class Job
{
    /// <summary>Which job this is, from 1.</summary>
    public required int Number { get; init; }

    public required string RequestId { get; init; }

    public required string Prompt { get; init; }

    /// <summary>The prompt and which job with this prompt it is: the same in a run that repeats, whichever submit comes in first.</summary>
    public required string DrawKey { get; init; }

    public required long Seed { get; init; }

    public required VideoFile Video { get; init; }

    public required DateTimeOffset SubmittedAt { get; init; }

    /// <summary>When the job leaves the queue; <see cref="DateTimeOffset.MaxValue"/> while it is held.</summary>
    public required DateTimeOffset StartsAt { get; set; }

    /// <summary>When the job ends; <see cref="DateTimeOffset.MaxValue"/> while it is held.</summary>
    public required DateTimeOffset EndsAt { get; set; }

    /// <summary>Why the job fails; null when it succeeds.</summary>
    public required string? FailureReason { get; set; }

    /// <summary>How long the job takes, in seconds.</summary>
    public double InferenceSeconds => Math.Round((EndsAt - StartsAt).TotalSeconds, 2);

    public JobState StateAt(DateTimeOffset now) =>
        now < StartsAt ? JobState.InQueue
        : now < EndsAt ? JobState.InProgress
        : FailureReason is null ? JobState.Succeed
        : JobState.Failed;
}
