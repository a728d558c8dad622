using SiliconFlow.Video.Journaling;

namespace SiliconFlow.Video.Saving;

/// <summary>Reads and writes what a journal knows of saved files.</summary>
internal sealed class SaveLog(Journal journal)
{
    /// <summary>The files that the journal knows, by the job's id.</summary>
    internal IReadOnlyDictionary<string, string> Paths => journal.Look(state =>
        state.Files.Where(file => file.Value.Path is not null).ToDictionary(file => file.Key, file => file.Value.Path!, StringComparer.Ordinal));

    /// <summary>Before the whole file gets its name.</summary>
    internal Task SavingAsync(SFVideoFile file) => journal.AppendAsync(Record(JournalEvent.Saving, file));

    /// <summary>When it has its name.</summary>
    internal Task SavedAsync(SFVideoFile file) => journal.AppendAsync(Record(JournalEvent.Saved, file));

    /// <summary>The file of a job, where it is at its place and still right: of the same length and content.</summary>
    /// <param name="video">The job.</param>
    /// <param name="target">Where it is to be.</param>
    internal SFVideoFile? FindRight(SFVideo video, string target)
    {
        var known = journal.Look(state => state.Files.TryGetValue(video.RequestId, out var record) ? record : null);
        var file = new FileInfo(target);
        if (known?.Path != target || !file.Exists || file.Length != known.Length)
        {
            return null;
        }

        using var content = file.OpenRead();
        return ContentHash.Of(content) == known.Sha256 ? new SFVideoFile(target, video) { Length = file.Length, Sha256 = known.Sha256 } : null;
    }

    private static JournalRecord Record(JournalEvent step, SFVideoFile file) => new()
    {
        Event = step,
        RequestId = file.RequestId,
        Path = file.FullName,
        Length = file.Length,
        Sha256 = file.Sha256,
    };
}
