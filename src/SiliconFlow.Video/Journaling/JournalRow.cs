namespace SiliconFlow.Video.Journaling;

/// <summary>All that a journal tells about one row.</summary>
internal sealed class JournalRow
{
    private readonly SortedList<int, JournalRecord> _submits = [];

    internal JournalRow(RowKey key) => Key = key;

    internal RowKey Key { get; }

    /// <summary>The number of the row's last submit, from 1.</summary>
    internal int LastTry => _submits.Keys[_submits.Count - 1];

    /// <summary>What is known of the last submit itself.</summary>
    internal JournalRecord Submit => _submits.Values[_submits.Count - 1];

    /// <summary>What was asked for, from the last intent.</summary>
    internal JournalRecord? Request { get; private set; }

    /// <summary>Adds what a record tells. Records may come in any order: each submit keeps what says most of it.</summary>
    internal void Apply(JournalRecord record)
    {
        var number = record.Try ?? 1;
        if (record.Event == JournalEvent.Intent && (Request is null || number >= (Request.Try ?? 1)))
        {
            Request = record;
        }

        if (!_submits.TryGetValue(number, out var known) || record.Event > known.Event)
        {
            _submits[number] = record;
        }
    }
}
