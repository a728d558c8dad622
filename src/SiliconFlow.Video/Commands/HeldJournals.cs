using SiliconFlow.Video.Journaling;

namespace SiliconFlow.Video.Commands;

/// <summary>The journals that one command works with, each held from its first use to the command's end.</summary>
internal sealed class HeldJournals : IDisposable
{
    private readonly Dictionary<string, JournalHold?> _held = new(StringComparer.Ordinal);

    /// <summary>The journal that a job came with; null where it came with none, or its journal is no longer there.</summary>
    /// <exception cref="SFVideoJournalException">Another process has it, or it cannot be used.</exception>
    internal Journal? For(SFVideo video, TimeProvider time, Action<JournalHold> onFirstUse, Action<LocalText> warn)
    {
        if (video.Journal is not { } path)
        {
            return null;
        }

        if (!_held.TryGetValue(path, out var hold))
        {
            if (File.Exists(path))
            {
                hold = Journal.Hold(path, time, forBatch: false);
                onFirstUse(hold);
            }
            else
            {
                warn(Messages.JournalGone(path));
            }

            _held.Add(path, hold);
        }

        return hold?.Journal;
    }

    /// <summary>Lets go of all.</summary>
    public void Dispose()
    {
        foreach (var hold in _held.Values)
        {
            hold?.Dispose();
        }
    }
}
