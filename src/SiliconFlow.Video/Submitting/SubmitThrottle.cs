using SiliconFlow.Video.Service;

namespace SiliconFlow.Video.Submitting;

/// <summary>Gives rows their turns to be sent: the oldest row first, as many and as quickly as the pace allows.</summary>
/// <remarks>
/// A row that was refused rests a little and then stands in line before all rows that were never tried. So a service that refuses is asked by a few of the oldest
/// rows only, and however many wait, they cost it nothing.
/// </remarks>
internal sealed class SubmitThrottle
{
    /// <summary>Timers know no shorter time.</summary>
    private static readonly TimeSpan ShortestWake = TimeSpan.FromMilliseconds(1);

    private readonly object _gate = new();
    private readonly LinkedList<Waiter> _line = new();
    private readonly TimeProvider _time;
    private readonly SharedPause _pause;
    private readonly SubmitPace _pace;
    private readonly PaceTeller _teller;
    private readonly long _start;
    private readonly CancellationToken _stop;
    private TimeSpan? _wake;
    private int _inFlight;
    private bool _open;

    /// <param name="connection">Has the clock, and the pause that all its calls keep.</param>
    /// <param name="limit">The most submits in flight, at least 1.</param>
    /// <param name="retryTimeout">How long a row is tried.</param>
    /// <param name="observer">Is told of slowing down and speeding up.</param>
    /// <param name="stop">Empties the line: no row in it gets its turn any more.</param>
    internal SubmitThrottle(SFVideoConnection connection, int limit, TimeSpan retryTimeout, ICallObserver observer, CancellationToken stop)
    {
        _time = connection.Time;
        _pause = connection.Pause;
        _pace = new SubmitPace(limit, retryTimeout, new Random());
        _teller = new PaceTeller(observer);
        _start = _time.GetTimestamp();
        _stop = stop;

        // Once for all rows, and not for each. It ends with its source, which is the command's own.
        stop.Register(Empty);
    }

    /// <summary>How long a row has to wait at least that was refused so often.</summary>
    internal TimeSpan WaitAfter(int attempt)
    {
        lock (_gate)
        {
            return Clock.Max(_pace.RestAfter(attempt, Now), WaitBeforeNext(inFlight: 0)!.Value);
        }
    }

    /// <summary>True when nothing was taken for so long that no row is tried twice any more.</summary>
    internal bool IsHopeless
    {
        get
        {
            lock (_gate)
            {
                return _pace.IsHopeless(Now);
            }
        }
    }

    private TimeSpan Now => _time.GetElapsedTime(_start);

    /// <summary>Gets in line at once, and waits for the turn.</summary>
    /// <param name="row">The row's number: lower ones go first.</param>
    /// <param name="attempts">How often the row was tried and refused.</param>
    /// <exception cref="OperationCanceledException">The line was emptied.</exception>
    internal Task<SubmitTurn> EnterAsync(long row, int attempts)
    {
        lock (_gate)
        {
            var waiter = new Waiter(row, attempts == 0 ? TimeSpan.Zero : Now + _pace.RestAfter(attempts, Now));
            if (_stop.IsCancellationRequested)
            {
                waiter.TrySetCanceled(_stop);
                return waiter.Task;
            }

            Insert(waiter);
            LetIn();
            return waiter.Task;
        }
    }

    /// <summary>Lets all rows pass from now on: nothing more is sent, and nobody need wait to learn it.</summary>
    internal void Open()
    {
        lock (_gate)
        {
            _open = true;
            LetIn();
        }
    }

    /// <summary>Called by the turn, which has still its place and leaves it soon: only then do others get in.</summary>
    internal void Learn(SubmitTry sending, bool taken)
    {
        lock (_gate)
        {
            if (taken)
            {
                _pace.Taken(sending, _inFlight, Now);
            }
            else
            {
                _pace.Refused(sending, Now);
            }

            _teller.Tell(_pace);
        }
    }

    /// <summary>Called by the turn, once.</summary>
    internal void Leave()
    {
        lock (_gate)
        {
            _inFlight--;
            LetIn();
        }
    }

    private TimeSpan? WaitBeforeNext(int inFlight) => _pace.WaitBeforeNext(inFlight, Now) is { } wait ? Clock.Max(wait, _pause.Remaining) : null;

    private void Insert(Waiter waiter)
    {
        // New rows go to the end, and those that were refused, few as they are, near the start.
        var before = _line.First;
        while (before is not null && before.Value.Row < waiter.Row && _line.Last!.Value.Row > waiter.Row)
        {
            before = before.Next;
        }

        if (before is null || before.Value.Row < waiter.Row)
        {
            _line.AddLast(waiter.Node);
        }
        else
        {
            _line.AddBefore(before, waiter.Node);
        }
    }

    private void Empty()
    {
        lock (_gate)
        {
            foreach (var waiter in _line)
            {
                waiter.TrySetCanceled(_stop);
            }

            _line.Clear();
        }
    }

    private void LetIn()
    {
        while (_line.First is not null && (_open ? TimeSpan.Zero : WaitBeforeNext(_inFlight)) is { } wait)
        {
            var next = NextInLine(out var rest);
            if (Clock.Max(wait, rest) is { Ticks: > 0 } time)
            {
                WakeIn(time);
                return;
            }

            _line.Remove(next);
            _inFlight++;
            next.Value.TrySetResult(new SubmitTurn(this, _pace.Begin(_inFlight, Now)));
        }
    }

    /// <summary>The first in line that does not rest; else the one whose rest is over first.</summary>
    private LinkedListNode<Waiter> NextInLine(out TimeSpan rest)
    {
        var now = Now;
        var next = _line.First!;
        for (var node = next; node is not null && next.Value.From > now && !_open; node = node.Next)
        {
            next = node.Value.From < next.Value.From ? node : next;
        }

        rest = _open || next.Value.From <= now ? TimeSpan.Zero : next.Value.From - now;
        return next;
    }

    private void WakeIn(TimeSpan wait)
    {
        var due = Now + wait;
        if (_wake is null || due < _wake)
        {
            _wake = due;
            _ = WakeAsync(wait > ShortestWake ? wait : ShortestWake, due);
        }
    }

    /// <summary>It may outlive the command by its wait: it then finds nobody in line.</summary>
    private async Task WakeAsync(TimeSpan wait, TimeSpan due)
    {
        await _time.DelayAsync(wait, CancellationToken.None).ConfigureAwait(false);
        lock (_gate)
        {
            _wake = _wake == due ? null : _wake;
            LetIn();
        }
    }

    private sealed class Waiter : TaskCompletionSource<SubmitTurn>
    {
        internal Waiter(long row, TimeSpan from)
            : base(TaskCreationOptions.RunContinuationsAsynchronously)
        {
            Row = row;
            From = from;
            Node = new LinkedListNode<Waiter>(this);
        }

        internal long Row { get; }

        /// <summary>Until then it rests.</summary>
        internal TimeSpan From { get; }

        internal LinkedListNode<Waiter> Node { get; }
    }
}
