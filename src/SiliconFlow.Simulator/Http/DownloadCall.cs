using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace SiliconFlow.Simulator;

/// <summary>Serves videos as an object storage does: signed links, ranges, entity tags.</summary>
internal sealed class DownloadCall(World world)
{
    public Answer Answer(Call call)
    {
        var request = call.Context.Request;
        if (call.Job is not { } job)
        {
            return Simulator.Answer.Text(404, StorageBodies.NoSuchKey);
        }

        var verdict = call.Suffers(FaultKind.ExpiredLink) ? LinkSigner.Verdict.Expired : world.Links.Check(job.Video.Path, request.Query);
        return verdict switch
        {
            LinkSigner.Verdict.Forged => Simulator.Answer.Text(403, StorageBodies.BadSignature),
            LinkSigner.Verdict.Expired => Simulator.Answer.Text(403, StorageBodies.Expired),
            _ => Serve(call, job),
        };
    }

    private Answer Serve(Call call, Job job)
    {
        var (content, etag) = Version(call, job.Video);
        var modified = world.Jobs.Look(job).CompletedAt ?? job.SubmittedAt;
        var headers = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            [HeaderNames.AcceptRanges] = "bytes",
            [HeaderNames.ETag] = etag,
            [HeaderNames.LastModified] = modified.ToString("R", CultureInfo.InvariantCulture),
        };
        var request = call.Context.Request.GetTypedHeaders();
        if (request.IfNoneMatch.Any(tag => tag.Tag == etag || tag.Equals(EntityTagHeaderValue.Any)))
        {
            return new Answer { Status = 304, Headers = headers };
        }

        if (call.Suffers(FaultKind.IgnoreRange) || !Agrees(request.IfRange, etag, modified) || SingleRange(request.Range) is not { } range)
        {
            return new Answer { Status = 200, Body = content, ContentType = "video/mp4", Headers = headers };
        }

        return Part(content, range, headers);
    }

    /// <summary>What stands behind the link, and its entity tag.</summary>
    private static (AnswerBody Content, string ETag) Version(Call call, VideoFile video)
    {
        switch (call.Rule?.Fault)
        {
            case FaultKind.ChangedETag:
                return (video.Replacement(), video.ETag("/replaced"));
            case FaultKind.Truncated:
                var length = call.Rule.Cut(video.Content.Length);
                return (new PartBody(video.Content, 0, length), video.ETag(string.Create(CultureInfo.InvariantCulture, $"/{length}")));
            default:
                return (video.Content, video.ETag());
        }
    }

    /// <summary>Whether the range holds: If-Range names the very version that is there.</summary>
    private static bool Agrees(RangeConditionHeaderValue? condition, string etag, DateTimeOffset modified) =>
        condition is null
        || condition.EntityTag?.ToString() == etag
        || condition.LastModified?.ToUnixTimeSeconds() == modified.ToUnixTimeSeconds();

    /// <summary>The one range in bytes that is asked for; several are answered with the whole, as the standard allows.</summary>
    private static RangeItemHeaderValue? SingleRange(RangeHeaderValue? range) =>
        range is { Unit.Value: "bytes", Ranges.Count: 1 } ? range.Ranges.First() : null;

    private static Answer Part(AnswerBody content, RangeItemHeaderValue range, Dictionary<string, string?> headers)
    {
        var length = content.Length;
        var start = range.From ?? Math.Max(0, length - range.To!.Value);
        var end = range.From is null ? length - 1 : Math.Min(range.To ?? long.MaxValue, length - 1);
        if (start > end)
        {
            headers[HeaderNames.ContentRange] = string.Create(CultureInfo.InvariantCulture, $"bytes */{length}");
            return Simulator.Answer.Text(416, StorageBodies.InvalidRange).WithHeaders(headers);
        }

        headers[HeaderNames.ContentRange] = string.Create(CultureInfo.InvariantCulture, $"bytes {start}-{end}/{length}");
        return new Answer { Status = 206, Body = new PartBody(content, start, end - start + 1), ContentType = "video/mp4", Headers = headers };
    }
}
