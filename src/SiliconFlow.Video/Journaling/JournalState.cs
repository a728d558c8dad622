using System.Diagnostics.CodeAnalysis;

namespace SiliconFlow.Video.Journaling;

/// <summary>What a journal's records come to. The order of the records does not matter: of each submit and each job, the event that says most stands.</summary>
internal sealed class JournalState
{
    private readonly Dictionary<RowKey, JournalRow> _rows = [];
    private readonly List<JournalRow> _order = [];
    private readonly Dictionary<string, JournalRecord> _jobs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<JournalRecord>> _files = new(StringComparer.Ordinal);

    /// <summary>The rows in the order in which the journal first names them.</summary>
    internal IReadOnlyList<JournalRow> Rows => _order;

    /// <summary>The files that were saved or about to be, by the job's id: a job may have been saved to several places, and over what was there.</summary>
    internal IReadOnlyDictionary<string, List<JournalRecord>> Files => _files;

    /// <summary>Adds what a record tells.</summary>
    internal void Apply(JournalRecord record)
    {
        if (record.Event <= JournalEvent.Submitted)
        {
            var key = new RowKey(record.Row!, record.Occurrence ?? 1);
            if (!_rows.TryGetValue(key, out var row))
            {
                _rows.Add(key, row = new JournalRow(key));
                _order.Add(row);
            }

            row.Apply(record);
            return;
        }

        if (record.Event >= JournalEvent.Saving)
        {
            if (!_files.TryGetValue(record.RequestId!, out var files))
            {
                _files.Add(record.RequestId!, files = []);
            }

            files.Add(record);
            return;
        }

        if (!_jobs.TryGetValue(record.RequestId!, out var known) || record.Event > known.Event || (record.Event == known.Event && record.At > known.At))
        {
            _jobs[record.RequestId!] = record;
        }
    }

    /// <summary>The row with this key.</summary>
    internal bool TryFind(RowKey key, [NotNullWhen(true)] out JournalRow? row) => _rows.TryGetValue(key, out row);

    /// <summary>Whether this end of a job is known.</summary>
    internal bool Knows(JournalEvent end, string requestId) => _jobs.TryGetValue(requestId, out var known) && known.Event == end;

    /// <summary>How far a row has come.</summary>
    internal JournalEvent StageOf(JournalRow row)
    {
        if (row.Submit is not { Event: JournalEvent.Submitted, RequestId: { } id })
        {
            return row.Submit.Event;
        }

        return _files.TryGetValue(id, out var files) && files.Exists(file => file.Event == JournalEvent.Saved) ? JournalEvent.Saved
            : _jobs.TryGetValue(id, out var job) ? job.Event
            : JournalEvent.Submitted;
    }

    /// <summary>A row as the job it is. Links are not in journals: they end too soon to be worth keeping.</summary>
    /// <param name="row">The row.</param>
    /// <param name="path">The journal's full path.</param>
    internal SFVideo ToVideo(JournalRow row, string path)
    {
        var request = row.Request ?? row.Submit;
        var submit = row.Submit;
        var job = submit.RequestId is { } id && _jobs.TryGetValue(id, out var known) ? known : null;
        return new SFVideo(submit.RequestId ?? "")
        {
            Name = request.Name,
            Status = StatusOf(StageOf(row)),
            Model = request.Model,
            Prompt = request.Prompt,
            NegativePrompt = request.NegativePrompt,
            ImageSize = request.ImageSize,
            Image = request.Image,
            Seed = job?.Seed ?? request.Seed,
            Reason = job is null ? submit.Reason : job.Reason,
            InferenceTime = job?.InferenceTime,
            SubmittedAt = submit.Event == JournalEvent.Submitted ? submit.At.LocalDateTime : null,
            CompletedAt = job?.At.LocalDateTime,
            TraceId = job?.TraceId ?? submit.TraceId,
            BaseUri = Uri.TryCreate(request.BaseUri, UriKind.Absolute, out var uri) ? uri : null,
            Journal = path,
        };
    }

    /// <summary>The full path of the file that a row's video was last saved to; null where it was not.</summary>
    internal string? FileOf(JournalRow row) =>
        row.Submit is { Event: JournalEvent.Submitted, RequestId: { } id } && _files.TryGetValue(id, out var files)
            ? files.Where(file => file.Event == JournalEvent.Saved).OrderBy(file => file.At).LastOrDefault()?.Path
            : null;

    /// <summary>A row's model and how long its run took, in seconds; null where it did not succeed, or the service's figure cannot be true.</summary>
    internal KeyValuePair<string, double>? RunOf(JournalRow row) =>
        row.Submit is { Event: JournalEvent.Submitted, RequestId: { } id } submit
        && _jobs.TryGetValue(id, out var job) && job is { Event: JournalEvent.Succeeded, InferenceTime: { } time }
        && time > 0 && time <= (job.At - submit.At).TotalSeconds
        && (row.Request ?? submit).Model is { } model
            ? new KeyValuePair<string, double>(model, time) : null;

    private static SFVideoStatus StatusOf(JournalEvent stage) => stage switch
    {
        JournalEvent.Rejected => SFVideoStatus.Rejected,
        JournalEvent.Intent or JournalEvent.Unknown => SFVideoStatus.OutcomeUnknown,
        JournalEvent.Submitted => SFVideoStatus.Submitted,
        JournalEvent.Failed => SFVideoStatus.Failed,
        JournalEvent.Succeeded => SFVideoStatus.Succeeded,
        _ => SFVideoStatus.Saved,
    };
}
