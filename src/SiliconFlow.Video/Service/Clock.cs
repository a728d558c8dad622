namespace SiliconFlow.Video.Service;

/// <summary>What .NET and its backport for .NET Framework spell differently about <see cref="TimeProvider"/>, and what neither has for times.</summary>
internal static class Clock
{
    /// <summary>The shorter of two times.</summary>
    internal static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;

    /// <summary>The longer of two times.</summary>
    internal static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;

    internal static Task DelayAsync(this TimeProvider time, TimeSpan delay, CancellationToken cancellationToken) =>
#if NETFRAMEWORK
        time.Delay(delay, cancellationToken);
#else
        Task.Delay(delay, time, cancellationToken);
#endif

    internal static CancellationTokenSource CancelAfter(this TimeProvider time, TimeSpan delay) =>
#if NETFRAMEWORK
        time.CreateCancellationTokenSource(delay);
#else
        new(delay, time);
#endif
}
