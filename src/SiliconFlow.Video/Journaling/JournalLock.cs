namespace SiliconFlow.Video.Journaling;

/// <summary>Keeps a journal to one process: an open file that nobody else may open. The system lets go of it when the process ends, in whatever way.</summary>
/// <remarks>The file beside the journal stays behind, empty and without meaning: to remove it would open a moment in which two could hold it.</remarks>
internal sealed class JournalLock : IDisposable
{
    private readonly FileStream _file;

    private JournalLock(FileStream file) => _file = file;

    /// <summary>Takes the lock, at once or not at all.</summary>
    /// <exception cref="SFVideoJournalException">Another process has it.</exception>
    internal static JournalLock Take(string journal)
    {
        var path = journal + ".lock";
        try
        {
            return new JournalLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException e) when (File.Exists(path))
        {
            throw new SFVideoJournalException(ErrorIds.JournalLocked, Messages.JournalInUse(journal), e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SFVideoJournalException(ErrorIds.JournalWriteFailed, Messages.JournalUnwritable(journal, e.Message), e);
        }
    }

    /// <summary>Lets go.</summary>
    public void Dispose() => _file.Dispose();
}
