using SiliconFlow.Video.Journaling;

namespace SiliconFlow.Video.Tests.Journaling;

/// <summary>Makes the events of whole runs, as batches write them, and tells what a journal's state comes to.</summary>
internal static class Runs
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>All that can be asked of a state, whatever the order in which rows were first named.</summary>
    public static string Describe(JournalState state) => string.Join(
        "\n",
        state.Rows
            .Select(row => $"{row.Key} {row.LastTry} {state.StageOf(row)} {state.ToVideo(row, "run.jsonl")}, {state.ToVideo(row, "run.jsonl") with { Name = null }} " + Properties(state.ToVideo(row, "run.jsonl")))
            .Order(StringComparer.Ordinal)
            .Concat(state.Files.SelectMany(files => files.Value.Select(file => file.ToString())).Order(StringComparer.Ordinal)));

    /// <summary>The state that records come to, one after the other.</summary>
    public static JournalState Replay(IEnumerable<JournalRecord> records)
    {
        var state = new JournalState();
        foreach (var record in records)
        {
            state.Apply(record);
        }

        return state;
    }

    /// <summary>The bytes of a journal.</summary>
    public static byte[] File(IEnumerable<JournalRecord> records) => [.. records.SelectMany(JournalJson.Write)];

    private static string Properties(SFVideo video) => string.Join(" ", typeof(SFVideo).GetProperties().Select(property => $"{property.Name}={property.GetValue(video)}"));

    /// <summary>The events of rows.</summary>
    /// <param name="rows">How far each submit of each row came, from 0 (intent) to 6 (saved).</param>
    /// <param name="text">What the rows ask for.</param>
    public static JournalRecord[] Of(int[][] rows, string text)
    {
        var records = new List<JournalRecord>();
        for (var row = 0; row < rows.Length; row++)
        {
            for (var number = 1; number <= rows[row].Length; number++)
            {
                // Only the last submit of a row can be one that came further than a failed job.
                var end = number == rows[row].Length ? rows[row][number - 1] : rows[row][number - 1] % 4;
                WriteSubmit(records, row, number, end, text);
            }
        }

        return [.. records];
    }

    private static void WriteSubmit(List<JournalRecord> records, int row, int number, int end, string text)
    {
        var id = $"job-{row}-{number}";
        void Add(JournalRecord record) => records.Add(record with { At = Start.AddMilliseconds(records.Count) });
        void AddSubmit(JournalRecord record) => Add(record with { Row = $"F{row / 2}", Occurrence = 1 + (row % 2), Try = number });
        void AddFile(JournalEvent step) => Add(new() { Event = step, RequestId = id, Path = $"/videos/{text}.mp4", Length = number, Sha256 = "AB" });

        AddSubmit(new() { Event = JournalEvent.Intent, Name = $"{number}", Prompt = text, Model = "m", ImageSize = "1280x720", BaseUri = "https://api.siliconflow.cn/v1" });
        switch (end)
        {
            case 0:
                return;
            case 1:
                AddSubmit(new() { Event = JournalEvent.Rejected, Error = "RateLimited", Reason = text, TraceId = "t" });
                return;
            case 2:
                AddSubmit(new() { Event = JournalEvent.Unknown, Error = "SubmitOutcomeUnknown", Reason = text });
                return;
        }

        AddSubmit(new() { Event = JournalEvent.Submitted, RequestId = id, TraceId = "t" });
        if (end == 3)
        {
            Add(new() { Event = JournalEvent.Failed, RequestId = id, Reason = text });
            return;
        }

        Add(new() { Event = JournalEvent.Succeeded, RequestId = id, Seed = number, InferenceTime = 0.5 * number });
        if (end >= 5)
        {
            AddFile(JournalEvent.Saving);
        }

        if (end == 6)
        {
            AddFile(JournalEvent.Saved);
        }
    }
}
