namespace SiliconFlow.Video.CrashCampaign;

/// <summary>The folder that a batch works in.</summary>
internal sealed class BatchFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sfvideo-crash-");

    public BatchFolder() => _folder.CreateSubdirectory("videos");

    /// <summary>The full path.</summary>
    public string Path => _folder.FullName;

    /// <summary>The full path of the journal.</summary>
    public string JournalPath => System.IO.Path.Combine(Path, "run.jsonl");

    /// <summary>The lines of the journal as they stand.</summary>
    public IReadOnlyList<JournalLine> Journal => JournalLines.Read(JournalPath);

    /// <summary>The full paths of the files that have their final names.</summary>
    public IReadOnlyList<string> Videos => Directory.GetFiles(System.IO.Path.Combine(Path, "videos"), "*.mp4");

    /// <summary>The full paths of all other files beside them.</summary>
    public IReadOnlyList<string> Partials => [.. Directory.GetFiles(System.IO.Path.Combine(Path, "videos")).Except(Videos)];

    /// <summary>Lays out the rows for the next run.</summary>
    public void Write(IEnumerable<Row> rows) =>
        File.WriteAllLines(System.IO.Path.Combine(Path, "rows.tsv"), rows.Select(row => $"{row.Name}\t{row.Prompt}\t{row.ImageSize}"));

    /// <summary>Leaves what a power cut may leave of a last write: the start of a line. A killed process cannot, since its writes are whole.</summary>
    public void TearJournal(Random random)
    {
        var bytes = File.Exists(JournalPath) ? File.ReadAllBytes(JournalPath) : [];
        var line = bytes.AsSpan(0, Array.IndexOf(bytes, (byte)'\n') + 1);
        if (line.Length > 0)
        {
            File.AppendAllBytes(JournalPath, line[..random.Next(1, line.Length - 1)].ToArray());
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
