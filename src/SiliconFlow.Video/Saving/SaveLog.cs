using SiliconFlow.Video.Journaling;

namespace SiliconFlow.Video.Saving;

/// <summary>Reads and writes what a journal knows of saved files.</summary>
internal sealed class SaveLog(Journal journal)
{
    /// <summary>The files that the journal knows with the ids of their jobs, the latest last.</summary>
    internal IReadOnlyList<(string RequestId, string Path)> Paths => journal.Look(state => state.Files.Values
        .SelectMany(files => files)
        .Where(file => file.Path is not null)
        .OrderBy(file => file.At)
        .Select(file => (file.RequestId!, file.Path!))
        .ToList());

    /// <summary>When the service was asked how the job stands: it may have ended unseen by any other command.</summary>
    internal Task AskedAsync(SFVideo video) => EndLog.WriteAsync(journal, video);

    /// <summary>Before the whole file gets its name.</summary>
    internal Task SavingAsync(SFVideoFile file) => journal.AppendAsync(Record(JournalEvent.Saving, file));

    /// <summary>When it has its name.</summary>
    internal Task SavedAsync(SFVideoFile file) => journal.AppendAsync(Record(JournalEvent.Saved, file));

    /// <summary>The file of a job, where it is at its place and still right: of the same length and content as one that was saved there.</summary>
    /// <param name="video">The job.</param>
    /// <param name="target">Where it is to be.</param>
    internal async Task<SFVideoFile?> FindRightAsync(SFVideo video, string target)
    {
        var file = new FileInfo(target);
        var known = file.Exists ? KnownAt(video, target, file.Length) : [];
        if (known.Count == 0)
        {
            return null;
        }

        var hash = HashOf(file);
        var same = known.FindAll(record => record.Sha256 == hash);
        if (same.Count == 0)
        {
            return null;
        }

        var right = new SFVideoFile(target, video) { Length = file.Length, Sha256 = hash };
        if (!same.Exists(record => record.Event == JournalEvent.Saved))
        {
            // The run that saved it ended between the file's getting its name and the record of it.
            await SavedAsync(right).ConfigureAwait(false);
        }

        return right;
    }

    private static string HashOf(FileInfo file)
    {
        using var content = file.OpenRead();
        return ContentHash.Of(content);
    }

    private List<JournalRecord> KnownAt(SFVideo video, string target, long length) => journal.Look(state =>
        state.Files.TryGetValue(video.RequestId, out var files) ? files.FindAll(file => file.Path == target && file.Length == length) : []);

    private static JournalRecord Record(JournalEvent step, SFVideoFile file) => new()
    {
        Event = step,
        RequestId = file.RequestId,
        Path = file.FullName,
        Length = file.Length,
        Sha256 = file.Sha256,
    };
}
