using System.Text.Json.Serialization;

namespace SiliconFlow.Video.Journaling;

/// <summary>One line of a journal. Which properties are there depends on the event; docs/journal.md is the form's description.</summary>
internal sealed record JournalRecord
{
    /// <summary>The version of the form that this module writes, and the newest it reads.</summary>
    internal const int CurrentVersion = 1;

    /// <summary>The version of the form that the line is in.</summary>
    [JsonPropertyName("v")]
    public int Version { get; init; } = CurrentVersion;

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset At { get; init; }

    public required JournalEvent Event { get; init; }

    /// <summary>The fingerprint of the row's request: intent, rejected, unknown and submitted have it.</summary>
    public string? Row { get; init; }

    /// <summary>Which of the equal rows this is, from 1.</summary>
    public int? Occurrence { get; init; }

    /// <summary>Which submit of the row this is, from 1: above 1 after -RetryFailed and -RetryUnknown, and after rejections.</summary>
    public int? Try { get; init; }

    public string? RequestId { get; init; }

    public string? Name { get; init; }

    public string? Model { get; init; }

    public string? Prompt { get; init; }

    public string? NegativePrompt { get; init; }

    public string? ImageSize { get; init; }

    /// <summary>The image's link or path; of a data URI what goes before the data.</summary>
    public string? Image { get; init; }

    public string? ImageSha256 { get; init; }

    public long? Seed { get; init; }

    public string? BaseUri { get; init; }

    public string? TraceId { get; init; }

    /// <summary>The id of the error that ended the submit.</summary>
    public string? Error { get; init; }

    /// <summary>The error's message, or the service's reason for a failure.</summary>
    public string? Reason { get; init; }

    /// <summary>In seconds.</summary>
    public double? InferenceTime { get; init; }

    /// <summary>The full path of the saved file.</summary>
    public string? Path { get; init; }

    /// <summary>The file's length in bytes.</summary>
    public long? Length { get; init; }

    public string? Sha256 { get; init; }

    /// <summary>Why the record cannot be used; null where it can.</summary>
    internal LocalText? FindFault() =>
        Version > CurrentVersion ? Messages.RecordTooNew
        : Event <= JournalEvent.Submitted && string.IsNullOrEmpty(Row) ? Messages.RecordNamesNoRow
        : Event >= JournalEvent.Submitted && string.IsNullOrEmpty(RequestId) ? Messages.RecordNamesNoRequest
        : null;
}
