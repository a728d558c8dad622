using SiliconFlow.Video.Journaling;
using SiliconFlow.Video.Requests;
using SiliconFlow.Video.Submitting;

namespace SiliconFlow.Video.Commands;

/// <summary>The journal of one run of New-SFVideo. Under -WhatIf it is only read.</summary>
internal sealed class BatchJournal : IDisposable
{
    private readonly JournalHold? _hold;
    private readonly RowPlanner _planner;

    private BatchJournal(string path, JournalHold? hold, RowPlanner planner)
    {
        Path = path;
        _hold = hold;
        _planner = planner;
    }

    /// <summary>The journal's full path.</summary>
    internal string Path { get; }

    /// <summary>True where the run may have written to it.</summary>
    internal bool IsOpen => _hold is not null;

    /// <summary>How many rows went on from the journal.</summary>
    internal int Resumed { get; private set; }

    /// <summary>How many rows were left alone because nobody knows whether they were taken.</summary>
    internal int LeftUnknown { get; private set; }

    /// <summary>Opens or makes the journal.</summary>
    /// <exception cref="SFVideoJournalException">Another batch has it, or it cannot be used.</exception>
    internal static BatchJournal Open(string path, TimeProvider time, NewSFVideoCommand command)
    {
        RowPlanner Planner(Func<Func<JournalState, RowPlan>, RowPlan> look) => new(look, path, command.RetryFailed, command.RetryUnknown);
        if (command.IsWhatIf)
        {
            var content = File.Exists(path) ? JournalReader.Read(path) : null;
            Tell(content?.TellTorn(path), command);
            var state = content?.State ?? new JournalState();
            return new BatchJournal(path, null, Planner(look => look(state)));
        }

        var hold = Journal.Hold(path, time, forBatch: true);
        Tell(hold.Torn, command);
        return new BatchJournal(path, hold, Planner(look => hold.Journal.Look(look)));
    }

    /// <summary>The plan for the next row.</summary>
    internal RowPlan Plan(VideoRequest request)
    {
        var plan = _planner.Next(request);
        Resumed += plan.Action == RowAction.Resume ? 1 : 0;
        LeftUnknown += plan.Action == RowAction.LeaveUnknown ? 1 : 0;
        return plan;
    }

    /// <summary>Where a row's submit is written down.</summary>
    internal SubmitLog LogFor(RowPlan plan, Uri baseUri) => new(_hold!.Journal, plan, baseUri);

    /// <summary>Lets go of the journal.</summary>
    public void Dispose() => _hold?.Dispose();

    private static void Tell(LocalText? torn, NewSFVideoCommand command)
    {
        if (torn is not null)
        {
            command.WriteVerbose(torn.ToString());
        }
    }
}
