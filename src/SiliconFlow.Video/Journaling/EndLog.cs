namespace SiliconFlow.Video.Journaling;

/// <summary>Writes how a job ended into the journal it came with.</summary>
internal static class EndLog
{
    /// <summary>Writes the end of a job; nothing where it has not ended, or its end is known.</summary>
    internal static Task WriteAsync(Journal journal, SFVideo video) => EventOf(video) is { } end && !journal.Look(state => state.Knows(end, video.RequestId))
        ? journal.AppendAsync(Record(end, video))
        : Task.CompletedTask;

    private static JournalEvent? EventOf(SFVideo video) => video.Status switch
    {
        SFVideoStatus.Succeeded => JournalEvent.Succeeded,
        SFVideoStatus.Failed => JournalEvent.Failed,
        _ => null,
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
