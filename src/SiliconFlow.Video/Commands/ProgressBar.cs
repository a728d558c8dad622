using System.Management.Automation;
using SiliconFlow.Video.Saving;

namespace SiliconFlow.Video.Commands;

/// <summary>One cmdlet's progress. Used by the pipeline's thread alone; shown seldom enough to cost nothing, and not even reckoned where nobody sees it.</summary>
internal sealed class ProgressBar
{
    /// <summary>At most four updates a second.</summary>
    internal static readonly TimeSpan MinInterval = TimeSpan.FromMilliseconds(250);

    /// <summary>As PowerShell counts: 1MB.</summary>
    private const double Megabyte = 1 << 20;

    private static readonly TimeSpan RowWindow = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan ByteWindow = TimeSpan.FromSeconds(5);
    private static int _lastId;

    private readonly PSCmdlet _cmdlet;
    private readonly LocalText _activity;
    private readonly TimeProvider _time;
    private readonly long _start;
    // Jobs and remote sessions keep the id and not the source: bars of one pipeline must not share one, and those of other modules count from 0.
    private readonly int _id = 0x5F0000 + (Interlocked.Increment(ref _lastId) & 0xFFFF);
    private readonly long _source = BitConverter.ToInt64(Guid.NewGuid().ToByteArray(), 0);
    private readonly SlidingRate _rows = new(RowWindow);
    private readonly SlidingRate _bytes = new(ByteWindow);
    private TimeSpan? _shownAt;
    private int _total;
    private int _done;
    private int _failed;

    /// <param name="cmdlet">The cmdlet.</param>
    /// <param name="activity">What it does.</param>
    /// <param name="time">The clock.</param>
    internal ProgressBar(PSCmdlet cmdlet, LocalText activity, TimeProvider time)
    {
        _cmdlet = cmdlet;
        _activity = activity;
        _time = time;
        _start = time.GetTimestamp();
        IsVisible = cmdlet.Hears("ProgressAction", "ProgressPreference");
    }

    /// <summary>Counts the bytes, where bytes are what takes the time.</summary>
    internal TransferMeter? Meter { get; set; }

    /// <summary>How long the pending ones will take, where that can be told better than by the pace so far.</summary>
    internal Func<TimeSpan?>? Estimate { get; set; }

    /// <summary>False under <c>$ProgressPreference = 'SilentlyContinue'</c> and the like.</summary>
    internal bool IsVisible { get; }

    /// <summary>Whether there is something new to show by now: at least, how the estimates stand.</summary>
    internal bool IsDue => IsVisible && _total > _done + _failed && !IsTooSoon;

    private bool IsTooSoon => _shownAt is { } last && _time.GetElapsedTime(_start) - last < MinInterval;

    internal void Add() => _total++;

    internal void Succeed() => _done++;

    internal void Fail() => _failed++;

    /// <summary>Shows how things stand, unless that was shown a moment ago.</summary>
    internal void Show()
    {
        if (_total > 0 && IsVisible && !IsTooSoon)
        {
            ShowNow();
        }
    }

    /// <summary>Takes the bar away, where it was shown.</summary>
    internal void Complete() => Complete(_cmdlet.CommandRuntime.WriteProgress);

    /// <summary>Takes the bar away when the pipeline was stopped: the host still listens, the pipeline does not.</summary>
    internal void Abandon() => Complete(_cmdlet.Host.UI.WriteProgress);

    private void ShowNow()
    {
        var now = _time.GetElapsedTime(_start);
        var ended = _done + _failed;
        _shownAt = now;
        _rows.Note(now, ended);
        _bytes.Note(now, Meter?.Received ?? 0);
        _cmdlet.CommandRuntime.WriteProgress(_source, new ProgressRecord(_id, _activity.ToString(), Status())
        {
            PercentComplete = (int)(ended * 100L / _total),
            SecondsRemaining = Remaining(_total - ended) is { } left ? (int)Math.Min(left.TotalSeconds, int.MaxValue) : -1,
        });
    }

    private void Complete(Action<long, ProgressRecord> write)
    {
        if (_shownAt is not null)
        {
            _shownAt = null;
            write(_source, new ProgressRecord(_id, _activity.ToString(), Messages.Completed.ToString()) { RecordType = ProgressRecordType.Completed });
        }
    }

    private string Status()
    {
        var counts = Messages.ProgressCounts(_done, _failed, _total - _done - _failed);
        var pace = _rows.PerSecond is { } rows ? Messages.ProgressPace(rows * 60) : null;
        var size = Meter is null ? null : Messages.ProgressSize(Meter.Received / Megabyte, Meter.Expected / Megabyte);
        var speed = _bytes.PerSecond is { } bytes ? Messages.ProgressSpeed(bytes / Megabyte) : null;
        return string.Concat(counts, pace, size, speed);
    }

    private TimeSpan? Remaining(int pending) =>
        pending == 0 ? TimeSpan.Zero
        : Estimate?.Invoke() is { } told ? told
        : _rows.PerSecond is { } pace ? TimeSpan.FromSeconds(Math.Min(pending / pace, int.MaxValue))
        : null;
}
