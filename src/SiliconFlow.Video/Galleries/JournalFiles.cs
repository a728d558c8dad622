using SiliconFlow.Video.Journaling;

namespace SiliconFlow.Video.Galleries;

/// <summary>What a journal knows of jobs and their files.</summary>
internal sealed class JournalFiles(JournalContent content, string path)
{
    /// <summary>Reads a journal; a batch may be at work on it.</summary>
    /// <exception cref="SFVideoJournalException">It is not there, cannot be read, or is damaged.</exception>
    internal static JournalFiles Read(string path) => new(JournalReader.Read(path), path);

    /// <summary>What people are told of a last line that was cut short; null where there is none.</summary>
    internal LocalText? Torn => content.TellTorn(path);

    /// <summary>All rows in the order of the journal.</summary>
    internal IEnumerable<GalleryItem> Items =>
        content.State.Rows.Select(row => content.State.ToVideo(row, path)).Select(video => new GalleryItem(video, FileOf(video.RequestId)));

    /// <summary>
    /// The file of a job: of those that are there the one that was saved last, else the last that was. A file that was about to get its name when its run
    /// ended counts where it is there and of the right length.
    /// </summary>
    internal string? FileOf(string requestId)
    {
        if (!content.State.Files.TryGetValue(requestId, out var records))
        {
            return null;
        }

        var latestFirst = records.Where(record => record.Path is not null).OrderByDescending(record => record.At).ToList();
        var there = latestFirst.Find(record => new GalleryItem(new SFVideo(requestId), record.Path).Length is { } length
            && (record.Event == JournalEvent.Saved || record.Length == length));
        return (there ?? latestFirst.Find(record => record.Event == JournalEvent.Saved))?.Path;
    }
}
