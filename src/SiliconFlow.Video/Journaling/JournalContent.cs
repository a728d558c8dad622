namespace SiliconFlow.Video.Journaling;

/// <summary>What was read from a journal.</summary>
/// <param name="State">What its records come to.</param>
/// <param name="GoodLength">The length up to which it is whole, in bytes.</param>
/// <param name="TornLength">The length of a last line that was cut short, in bytes; 0 where there is none.</param>
/// <param name="NeedsLineEnd">True where the last line is whole but for its end.</param>
internal sealed record JournalContent(JournalState State, long GoodLength, long TornLength, bool NeedsLineEnd)
{
    /// <summary>What people are told of the line that was cut short; null where there is none.</summary>
    /// <param name="path">The journal's full path.</param>
    internal LocalText? TellTorn(string path) =>
        TornLength == 0 ? null : Messages.JournalTorn(path, TornLength);
}
