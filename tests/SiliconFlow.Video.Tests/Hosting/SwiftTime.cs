namespace SiliconFlow.Video.Tests.Hosting;

/// <summary>The real time, but nobody waits long between two tries: backoff and poll intervals pass almost at once, while time limits hold.</summary>
internal sealed class SwiftTime : TimeProvider
{
    /// <summary>The shortest of the module's limits for a call or a transfer; every wait between two calls is shorter, as the tests use them.</summary>
    private static readonly TimeSpan ShortestLimit = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Instant = TimeSpan.FromMilliseconds(5);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, dueTime > Instant && dueTime < ShortestLimit ? Instant : dueTime, period);
}
