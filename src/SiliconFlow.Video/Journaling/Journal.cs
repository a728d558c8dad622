namespace SiliconFlow.Video.Journaling;

/// <summary>An open journal, shared by the cmdlets of this process that work on the same batch.</summary>
internal sealed class Journal
{
    private static readonly Dictionary<string, Journal> Open = new(
        Path.DirectorySeparatorChar == '\\' ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);

    private readonly object _gate = new();
    private readonly JournalLock _lock;
    private readonly JournalWriter _writer;
    private readonly JournalState _state;
    private readonly TimeProvider _time;
    private LocalText? _torn;
    private int _users;
    private bool _hasBatch;

    private Journal(string path, TimeProvider time)
    {
        FullName = path;
        _time = time;
        _lock = JournalLock.Take(path);
        try
        {
            // The lock made the folder sure to be there; the journal itself may be new.
            var content = File.Exists(path) ? JournalReader.Read(path) : null;
            _state = content?.State ?? new JournalState();
            _torn = content?.TellTorn(path);
            _writer = JournalWriter.Open(path, content);
        }
        catch
        {
            _lock.Dispose();
            throw;
        }
    }

    /// <summary>The full path.</summary>
    internal string FullName { get; }

    /// <summary>How often the disk was made to take what was written.</summary>
    internal long Flushes => _writer.Flushes;

    /// <summary>Takes hold of a journal.</summary>
    /// <param name="path">The full path.</param>
    /// <param name="time">The clock.</param>
    /// <param name="forBatch">True for the one cmdlet that submits: two would pay for the same rows.</param>
    /// <returns>The hold; disposing of it lets go.</returns>
    /// <exception cref="SFVideoJournalException">Another batch has it, or it is damaged, or the disk does not take it.</exception>
    internal static JournalHold Hold(string path, TimeProvider time, bool forBatch)
    {
        lock (Open)
        {
            if (!Open.TryGetValue(path, out var journal))
            {
                Open.Add(path, journal = new Journal(path, time));
            }
            else if (forBatch && journal._hasBatch)
            {
                throw new SFVideoJournalException(ErrorIds.JournalLocked, Messages.JournalInUseHere(path));
            }

            journal._users++;
            journal._hasBatch |= forBatch;
            var hold = new JournalHold(journal, forBatch, journal._torn);
            journal._torn = null;
            return hold;
        }
    }

    /// <summary>Looks something up in what the journal tells.</summary>
    internal T Look<T>(Func<JournalState, T> look)
    {
        lock (_gate)
        {
            return look(_state);
        }
    }

    /// <summary>Appends a record. Ends when it is on the disk.</summary>
    /// <exception cref="SFVideoJournalException">The disk did not take it.</exception>
    internal async Task AppendAsync(JournalRecord record)
    {
        record = record with { At = _time.GetUtcNow() };
        await _writer.AppendAsync(JournalJson.Write(record)).ConfigureAwait(false);
        lock (_gate)
        {
            _state.Apply(record);
        }
    }

    /// <summary>Lets go of one hold; the last one closes the journal.</summary>
    internal void LetGo(bool batch)
    {
        lock (Open)
        {
            _hasBatch &= !batch;
            if (--_users > 0)
            {
                return;
            }

            Open.Remove(FullName);
            try
            {
                _writer.Dispose();
            }
            finally
            {
                _lock.Dispose();
            }
        }
    }
}
