namespace SiliconFlow.Video.Journaling;

/// <summary>One cmdlet's hold of a journal.</summary>
internal sealed class JournalHold(Journal journal, bool forBatch, LocalText? torn) : IDisposable
{
    private int _released;

    internal Journal Journal => journal;

    /// <summary>What is to be told of a last line that a crash cut short; null where there was none, and for all holds but the first.</summary>
    internal LocalText? Torn => torn;

    /// <summary>Lets go, once.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _released, 1) == 0)
        {
            journal.LetGo(forBatch);
        }
    }
}
