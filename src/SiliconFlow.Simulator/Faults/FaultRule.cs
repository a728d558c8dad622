using System.Text.Json.Serialization;

namespace SiliconFlow.Simulator;

/// <summary>One fault and the calls it strikes: all calls that match, or those that <see cref="Occurrences"/> or <see cref="Share"/> picks from them.</summary>
public sealed record FaultRule
{
    /// <summary>The operation whose calls match.</summary>
    public required Operation Operation { get; init; }

    /// <summary>What goes wrong.</summary>
    public required FaultKind Fault { get; init; }

    /// <summary>Which of the matching calls are struck, counted from 1 since the plan was set: <c>"1"</c>, <c>"1-3,7"</c>, <c>"5-"</c>.</summary>
    public Occurrences? Occurrences { get; init; }

    /// <summary>The share of the matching calls that is struck, from 0 to 1, drawn from the seed.</summary>
    public double? Share { get; init; }

    /// <summary>Count and draw for each job by itself (on a submit, for each prompt), so that "the first" means the first of every job.</summary>
    public bool PerJob { get; init; }

    /// <summary>Match only this job's calls.</summary>
    public string? RequestId { get; init; }

    /// <summary>Match only calls for jobs with this prompt; <c>*</c> and <c>?</c> are wildcards.</summary>
    public string? Prompt { get; init; }

    /// <summary>Match only calls for jobs that stand so when the call arrives. Not for submits.</summary>
    public JobState? JobState { get; init; }

    /// <summary>
    /// How long the answer waits once the work is done, counted from the call's arrival; seconds in JSON. Goes with any fault that sends an answer.
    /// </summary>
    [JsonPropertyName("delaySeconds")]
    [JsonConverter(typeof(SecondsConverter))]
    public TimeSpan? Delay { get; init; }

    /// <summary>How fast the answer's body is sent, in bytes a second. Goes with any fault that sends an answer.</summary>
    public int? BytesPerSecond { get; init; }

    /// <summary>The HTTP status.</summary>
    public int? Status { get; init; }

    /// <summary>The body, verbatim. Left out, an <see cref="FaultKind.Answer"/> says what the service says with that status.</summary>
    public string? Body { get; init; }

    /// <summary>The Content-Type. Left out, it follows from how the body begins.</summary>
    public string? ContentType { get; init; }

    /// <summary>The Retry-After header: seconds, or a date in HTTP's form.</summary>
    public string? RetryAfter { get; init; }

    /// <summary>Headers to set, or to take away where the value is null.</summary>
    public IReadOnlyDictionary<string, string?>? Headers { get; init; }

    /// <summary>On a submit: the job is created and billed all the same.</summary>
    public bool TakesJob { get; init; }

    /// <summary>How many bytes come before the cut.</summary>
    public long? AfterBytes { get; init; }

    /// <summary>Which part of the bytes comes before the cut, from 0 to 1.</summary>
    public double? AfterFraction { get; init; }

    /// <summary>By how many bytes Content-Length is wrong; positive claims too much.</summary>
    public long? LengthChange { get; init; }

    /// <summary>Why the generation failed.</summary>
    public string? Reason { get; init; }

    /// <summary>The word in place of the status.</summary>
    public string? StatusText { get; init; }

    /// <summary>Where a redirect leads.</summary>
    public string? Location { get; init; }

    /// <summary>Whether the request's body has to be read before it is known if the rule matches.</summary>
    internal bool NeedsBody => Operation is not Operation.Download && (PerJob || RequestId is not null || Prompt is not null || JobState is not null);

    /// <summary>How many of <paramref name="length"/> bytes come before the cut.</summary>
    internal long Cut(long length) => Math.Min(length, AfterBytes ?? (long)(length * (AfterFraction ?? 0.5)));
}
