using System.Diagnostics;
using System.Globalization;
using System.Management.Automation;

namespace SiliconFlow.Video.Commands;

/// <summary>One cmdlet's progress. Used by the pipeline's thread alone; shown seldom enough to cost nothing.</summary>
internal sealed class ProgressBar(Cmdlet cmdlet, string activity)
{
    private static readonly TimeSpan MinInterval = TimeSpan.FromMilliseconds(250);
    private static int _lastId;

    // Bars of one pipeline must not share an id, and those of other modules count from 0.
    private readonly int _id = 0x5F0000 + (Interlocked.Increment(ref _lastId) & 0xFFFF);
    private readonly Stopwatch _sinceShown = new();
    private int _total;
    private int _done;
    private int _failed;

    internal void Add() => _total++;

    internal void Succeed() => _done++;

    internal void Fail() => _failed++;

    /// <summary>Shows the counts, unless they were shown a moment ago.</summary>
    internal void Show()
    {
        if (_sinceShown.IsRunning && _sinceShown.Elapsed < MinInterval)
        {
            return;
        }

        _sinceShown.Restart();
        var ended = _done + _failed;
        var status = string.Format(CultureInfo.InvariantCulture, "{0} done, {1} failed, {2} pending", _done, _failed, _total - ended);
        cmdlet.WriteProgress(new ProgressRecord(_id, activity, status) { PercentComplete = _total == 0 ? 0 : Math.Min(100, ended * 100 / _total) });
    }

    /// <summary>Takes the bar away, where it was shown.</summary>
    internal void Complete()
    {
        if (_sinceShown.IsRunning)
        {
            cmdlet.WriteProgress(new ProgressRecord(_id, activity, "Completed") { RecordType = ProgressRecordType.Completed });
        }
    }
}
