using SiliconFlow.Video.Journaling;
using SiliconFlow.Video.Requests;

namespace SiliconFlow.Video.Submitting;

/// <summary>Compares the rows of a run with those of its journal. Rows are known by what they ask for, so that they may be sorted, added and removed between runs.</summary>
internal sealed class RowPlanner
{
    private readonly Func<Func<JournalState, RowPlan>, RowPlan> _look;
    private readonly string _path;
    private readonly bool _retryFailed;
    private readonly bool _retryUnknown;
    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);

    /// <param name="look">Looks into the journal's state, which grows while the run goes on.</param>
    /// <param name="path">The journal's full path.</param>
    /// <param name="retryFailed">Whether jobs that the service gave up are submitted, and paid, again.</param>
    /// <param name="retryUnknown">Whether rows are submitted again of which nobody can know whether they were taken.</param>
    internal RowPlanner(Func<Func<JournalState, RowPlan>, RowPlan> look, string path, bool retryFailed, bool retryUnknown)
    {
        _look = look;
        _path = path;
        _retryFailed = retryFailed;
        _retryUnknown = retryUnknown;
    }

    /// <summary>The plan for the next row.</summary>
    /// <exception cref="SFVideoInvalidRequestException">The image file cannot be read.</exception>
    internal RowPlan Next(VideoRequest request)
    {
        var fingerprint = RequestFingerprint.Of(request);
        _seen.TryGetValue(fingerprint, out var before);
        _seen[fingerprint] = before + 1;
        var key = new RowKey(fingerprint, before + 1);
        return _look(state => state.TryFind(key, out var row)
            ? new RowPlan(key, ActionFor(state.StageOf(row)), row.LastTry + 1, state.ToVideo(row, _path) with { Name = request.Name })
            : new RowPlan(key, RowAction.Submit, 1, null));
    }

    private RowAction ActionFor(JournalEvent stage) => stage switch
    {
        JournalEvent.Rejected => RowAction.Submit,
        JournalEvent.Intent or JournalEvent.Unknown => _retryUnknown ? RowAction.Submit : RowAction.LeaveUnknown,
        JournalEvent.Failed when _retryFailed => RowAction.Submit,
        _ => RowAction.Resume,
    };
}
