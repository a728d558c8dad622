namespace SiliconFlow.Video.Tests.Hosting;

/// <summary>
/// The real time, but nobody waits long between two tries: backoff and poll intervals pass almost at once, and its clock then says that they have passed.
/// Time limits hold.
/// </summary>
internal sealed class SwiftTime : TimeProvider
{
    /// <summary>The shortest of the module's limits for a call or a transfer; every wait between two calls is shorter, as the tests use them.</summary>
    private static readonly TimeSpan ShortestLimit = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Instant = TimeSpan.FromMilliseconds(5);

    private long _skipped;

    public override long GetTimestamp() => base.GetTimestamp() + (long)(Skipped.TotalSeconds * TimestampFrequency);

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Skipped;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new SwiftTimer(this, callback, state, dueTime, period);

    private TimeSpan Skipped => TimeSpan.FromTicks(Interlocked.Read(ref _skipped));

    private ITimer CreateRealTimer(TimerCallback callback) => base.CreateTimer(callback, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    /// <summary>Moves the clock on to a moment, where it is not there yet.</summary>
    private void Skip(DateTimeOffset due)
    {
        for (long before = Interlocked.Read(ref _skipped); due - base.GetUtcNow() is var needed && needed.Ticks > before; before = Interlocked.Read(ref _skipped))
        {
            Interlocked.CompareExchange(ref _skipped, needed.Ticks, before);
        }
    }

    private sealed class SwiftTimer : ITimer
    {
        private readonly SwiftTime _time;
        private readonly ITimer _real;
        private long _due;

        public SwiftTimer(SwiftTime time, TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _time = time;
            _real = time.CreateRealTimer(_ =>
            {
                time.Skip(new DateTimeOffset(Interlocked.Read(ref _due), TimeSpan.Zero));
                callback(state);
            });
            Change(dueTime, period);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            bool swift = dueTime > Instant && dueTime < ShortestLimit;
            Interlocked.Exchange(ref _due, swift ? (_time.GetUtcNow() + dueTime).UtcTicks : 0);
            return _real.Change(swift ? Instant : dueTime, period);
        }

        public void Dispose() => _real.Dispose();

        public ValueTask DisposeAsync() => _real.DisposeAsync();
    }
}
