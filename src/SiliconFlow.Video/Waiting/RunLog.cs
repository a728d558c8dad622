using SiliconFlow.Video.Journaling;

namespace SiliconFlow.Video.Waiting;

/// <summary>Reads what a journal tells about earlier jobs.</summary>
internal static class RunLog
{
    private const int MaxRuns = 200;

    /// <summary>How long the runs took that a journal tells of, by the model, in seconds; the last ones only, since that is what the next are like.</summary>
    internal static IReadOnlyList<KeyValuePair<string, double>> RunsOf(Journal journal) => journal.Look(static state =>
    {
        var runs = new List<KeyValuePair<string, double>>();
        for (var i = state.Rows.Count - 1; i >= 0 && runs.Count < MaxRuns; i--)
        {
            if (state.RunOf(state.Rows[i]) is { } run)
            {
                runs.Add(run);
            }
        }

        runs.Reverse();
        return runs;
    });
}
