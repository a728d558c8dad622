using SiliconFlow.Video.Journaling;

namespace SiliconFlow.Video.Waiting;

/// <summary>Writes how a job ended into the journal it came with.</summary>
internal static class WaitLog
{
    /// <summary>Writes the end of a job; nothing where it has not ended.</summary>
    internal static Task WriteAsync(Journal journal, SFVideo video) => video.Status switch
    {
        SFVideoStatus.Succeeded => journal.AppendAsync(Record(JournalEvent.Succeeded, video)),
        SFVideoStatus.Failed => journal.AppendAsync(Record(JournalEvent.Failed, video)),
        _ => Task.CompletedTask,
    };

    private static JournalRecord Record(JournalEvent end, SFVideo video) => new()
    {
        Event = end,
        RequestId = video.RequestId,
        TraceId = video.TraceId,
        Seed = video.Seed,
        Reason = video.Reason,
        InferenceTime = video.InferenceTime,
    };
}
