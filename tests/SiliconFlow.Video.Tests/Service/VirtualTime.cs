using Microsoft.Extensions.Time.Testing;

namespace SiliconFlow.Video.Tests.Service;

/// <summary>
/// A clock that stands still while there is something to do, and jumps to the next timer once the code under test waits in a delay.
/// Time-outs alone do not move it: they are there to be overtaken by the call that they guard. For one chain of work at a time.
/// </summary>
internal sealed class VirtualTime : FakeTimeProvider
{
    private readonly object _gate = new();
    private readonly List<Watched> _timers = [];
    private TaskCompletionSource _delayed = NewSignal();

    public VirtualTime()
        : base(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero))
    {
    }

    /// <summary>How much time went by since the clock was made.</summary>
    public TimeSpan Elapsed => GetUtcNow() - Start;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        // A time-out hands its CancellationTokenSource to its timer. Any other timer is a delay.
        var watched = new Watched(this, isDelay: state is not CancellationTokenSource) { Timer = base.CreateTimer(callback, state, dueTime, period) };
        Watch(watched, dueTime);
        return watched;
    }

    /// <summary>Lets time pass until the work has ended.</summary>
    public async Task<T> RunAsync<T>(Task<T> work)
    {
        while (!work.IsCompleted)
        {
            Task delayed;
            lock (_gate)
            {
                delayed = _delayed.Task;
            }

            if (await Task.WhenAny(work, delayed) == delayed)
            {
                Jump();
            }
        }

        return await work;
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Jump()
    {
        DateTimeOffset next;
        lock (_gate)
        {
            _timers.RemoveAll(timer => timer.Due <= GetUtcNow());
            if (!_timers.Exists(timer => timer.IsDelay))
            {
                _delayed = _delayed.Task.IsCompleted ? NewSignal() : _delayed;
                return;
            }

            next = _timers.Min(timer => timer.Due);
        }

        Advance(next - GetUtcNow());
    }

    private void Watch(Watched timer, TimeSpan dueTime)
    {
        lock (_gate)
        {
            _timers.Remove(timer);
            if (dueTime == Timeout.InfiniteTimeSpan)
            {
                return;
            }

            timer.Due = GetUtcNow() + dueTime;
            _timers.Add(timer);
            if (timer.IsDelay)
            {
                _delayed.TrySetResult();
            }
        }
    }

    private void Remove(Watched timer)
    {
        lock (_gate)
        {
            _timers.Remove(timer);
        }
    }

    private sealed class Watched(VirtualTime time, bool isDelay) : ITimer
    {
        public DateTimeOffset Due { get; set; }

        public bool IsDelay => isDelay;

        public required ITimer Timer { get; init; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            var changed = Timer.Change(dueTime, period);
            time.Watch(this, dueTime);
            return changed;
        }

        public void Dispose()
        {
            time.Remove(this);
            Timer.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            time.Remove(this);
            return Timer.DisposeAsync();
        }
    }
}
