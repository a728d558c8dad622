namespace SiliconFlow.Video.Benchmarks;

/// <summary>The real time, run through faster: what takes minutes passes in seconds, and everything keeps its proportion but the computer's own speed.</summary>
/// <param name="factor">How many seconds pass in one.</param>
internal sealed class FastTime(double factor) : TimeProvider
{
    private readonly DateTimeOffset _start = DateTimeOffset.UtcNow;
    private readonly long _startTicks = System.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => _start + System.GetElapsedTime(_startTicks) * factor;

    public override long GetTimestamp() => (long)((System.GetTimestamp() - _startTicks) * factor);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new FastTimer(this, base.CreateTimer(callback, state, Faster(dueTime), Faster(period)));

    // Rounded up: a timer must not go off before its time.
    private TimeSpan Faster(TimeSpan wait) => wait == Timeout.InfiniteTimeSpan ? wait : TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds / factor));

    private sealed class FastTimer(FastTime time, ITimer timer) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(time.Faster(dueTime), time.Faster(period));

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
