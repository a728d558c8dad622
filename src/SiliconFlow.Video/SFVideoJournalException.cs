namespace SiliconFlow.Video;

/// <summary>The journal of a batch cannot be used: another batch is at work on it (JournalLocked), it is damaged (JournalUnreadable),
/// or the disk does not take it (JournalWriteFailed). Nothing is submitted without it.</summary>
public sealed class SFVideoJournalException : SFVideoException
{
    internal SFVideoJournalException(string errorId, LocalText text, Exception? innerException = null)
        : base(errorId, text, innerException) => Operation = "Journal";
}
