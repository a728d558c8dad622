using System.Text.Json;

namespace SiliconFlow.Video.Service;

/// <summary>What a status answer tells about a job.</summary>
internal sealed record JobStatus
{
    internal SFVideoStatus Status { get; private init; }

    internal string? Url { get; private init; }

    internal string? Reason { get; private init; }

    internal int? Position { get; private init; }

    internal double? InferenceTime { get; private init; }

    internal long? Seed { get; private init; }

    /// <summary>Reads a status answer; null where it is none, as it carries no status.</summary>
    internal static JobStatus? Read(JsonElement? body)
    {
        if (body.Field("status").Text() is not { } status)
        {
            return null;
        }

        var results = body.Field("results");
        return new JobStatus
        {
            Status = Name(status),
            Url = results.Field("videos").Items().Select(video => ((JsonElement?)video).Field("url").Text()).FirstOrDefault(url => url is not null),
            Reason = body.Field("reason").Text(),
            Position = body.Field("position").Small(),
            InferenceTime = results.Field("timings").Field("inference").Number(),
            Seed = results.Field("seed").Whole(),
        };
    }

    /// <summary>The job as it is now. What the answer leaves out is kept, and so is the moment at which the end was first seen.</summary>
    /// <param name="video">The job as it was known.</param>
    /// <param name="traceId">The answer's trace id.</param>
    /// <param name="now">The time of the answer, in local time.</param>
    internal SFVideo ApplyTo(SFVideo video, string? traceId, DateTimeOffset now)
    {
        var ended = Status is SFVideoStatus.Succeeded or SFVideoStatus.Failed;
        var url = Status == SFVideoStatus.Succeeded ? Url : null;
        return video with
        {
            Status = Status,
            Url = url,
            LinkExpiresAt = url is null ? null : (url == video.Url ? video.LinkExpiresAt : null) ?? LinkExpiry.Of(url, now),
            Reason = Reason,
            Position = ended ? null : Position,
            InferenceTime = InferenceTime ?? video.InferenceTime,
            Seed = Seed ?? video.Seed,
            CompletedAt = ended ? video.CompletedAt ?? now.LocalDateTime : null,
            TraceId = traceId ?? video.TraceId,
        };
    }

    /// <summary>Spellings seen at the service and its relays, without regard to case and separators. Anything else is pending, whatever it may mean.</summary>
    private static SFVideoStatus Name(string status) =>
        new string([.. status.Where(char.IsLetter)]).ToUpperInvariant() switch
        {
            "SUCCEED" or "SUCCEEDED" or "SUCCESS" => SFVideoStatus.Succeeded,
            "FAILED" or "FAIL" or "FAILURE" => SFVideoStatus.Failed,
            "INQUEUE" or "QUEUED" => SFVideoStatus.InQueue,
            "INPROGRESS" or "PROCESSING" or "RUNNING" => SFVideoStatus.InProgress,
            _ => SFVideoStatus.Unknown,
        };
}
