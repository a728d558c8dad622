namespace SiliconFlow.Video.Journaling;

/// <summary>One cmdlet's hold of a journal.</summary>
internal sealed class JournalHold(Journal journal, bool forBatch) : IDisposable
{
    private int _released;

    internal Journal Journal => journal;

    /// <summary>Lets go, once.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _released, 1) == 0)
        {
            journal.LetGo(forBatch);
        }
    }
}
