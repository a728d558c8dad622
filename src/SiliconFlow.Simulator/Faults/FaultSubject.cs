namespace SiliconFlow.Simulator;

/// <summary>What a call is about, as far as rules can match it.</summary>
/// <param name="RequestId">The job's id; null on a submit.</param>
/// <param name="Prompt">The job's prompt; null where the job is unknown.</param>
/// <param name="State">Where the job stands; null on a submit.</param>
/// <param name="DrawKey">What stands for the job in draws: the same in a run that repeats.</param>
internal sealed record FaultSubject(string? RequestId, string? Prompt, JobState? State, string DrawKey)
{
    /// <summary>What stands for the job in counts.</summary>
    public string CountKey => RequestId ?? Prompt ?? "";
}
