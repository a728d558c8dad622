using SiliconFlow.Video.Journaling;
using SiliconFlow.Video.Requests;

namespace SiliconFlow.Video.Submitting;

/// <summary>Writes one row's submit into the journal, each step before the next may happen.</summary>
internal sealed class SubmitLog(Journal journal, RowPlan plan, Uri baseUri)
{
    /// <summary>The journal's full path.</summary>
    internal string Path => journal.FullName;

    /// <summary>Before the submit is sent.</summary>
    internal Task IntendAsync(VideoRequest request) => journal.AppendAsync(Record(JournalEvent.Intent) with
    {
        Name = request.Name,
        Model = request.Model,
        Prompt = request.Prompt,
        NegativePrompt = request.NegativePrompt,
        ImageSize = request.ImageSize,
        Image = request.Image?.Display,
        ImageSha256 = request.Image?.ContentSha256,
        Seed = request.Seed,
        BaseUri = baseUri.ToString(),
    });

    /// <summary>Before the job is given to anybody.</summary>
    internal Task SubmittedAsync(SFVideo video) => journal.AppendAsync(Record(JournalEvent.Submitted) with { RequestId = video.RequestId, TraceId = video.TraceId });

    /// <summary>When the submit has failed.</summary>
    internal Task FailedAsync(SFVideoException error) =>
        journal.AppendAsync(Record(error is SFVideoUnknownOutcomeException or SFVideoProtocolException ? JournalEvent.Unknown : JournalEvent.Rejected) with
        {
            Error = error.ErrorId,
            Reason = error.Text.English,
            TraceId = error.TraceId,
        });

    /// <summary>When the user has stopped the batch.</summary>
    /// <param name="wasSent">Whether the submit may have reached the service.</param>
    internal Task StoppedAsync(bool wasSent) =>
        journal.AppendAsync(Record(wasSent ? JournalEvent.Unknown : JournalEvent.Rejected) with { Reason = "The batch was stopped." });

    private JournalRecord Record(JournalEvent step) => new()
    {
        Event = step,
        Row = plan.Key.Fingerprint,
        Occurrence = plan.Key.Occurrence,
        Try = plan.Try,
    };
}
