namespace SiliconFlow.Video.Waiting;

/// <summary>The clock of a poll plan, in seconds, and the one timer that serves all jobs. The timer is for one thread at a time.</summary>
/// <param name="time">What time it is.</param>
/// <param name="onDue">Is called when the time has come that was set.</param>
internal sealed class PollTimer(TimeProvider time, Action onDue)
{
    /// <summary>In seconds. Sums of fractions may come out a little more than what they stand for; nobody is to be late for that.</summary>
    internal const double Tolerance = 1e-5;

    private readonly long _start = time.GetTimestamp();
    private ITimer? _timer;

    internal double Now => time.GetElapsedTime(_start).TotalSeconds;

    /// <summary>The submit on this clock. The job may come from another day, or from a machine whose clock is ahead.</summary>
    internal double? SubmittedAt(SFVideo video, double now) =>
        video.SubmittedAt is { } submitted && time.GetLocalNow().LocalDateTime - submitted is var age && age >= TimeSpan.Zero ? now - age.TotalSeconds : null;

    /// <summary>Makes the timer, where there is none.</summary>
    internal void Start() =>
        _timer ??= time.CreateTimer(static due => ((Action)due!)(), onDue, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    /// <summary>Sets the timer, where there is one; at infinity it never fires.</summary>
    internal void Set(double next, double now) =>

        // Rounded up: a timer that fires before its time would find nothing to do.
        _timer?.Change(
            double.IsPositiveInfinity(next) ? Timeout.InfiniteTimeSpan : TimeSpan.FromMilliseconds(Math.Max(0, Math.Ceiling((next - now - (Tolerance / 2)) * 1000))),
            Timeout.InfiniteTimeSpan);

    /// <summary>Takes the timer away.</summary>
    internal void Stop()
    {
        _timer?.Dispose();
        _timer = null;
    }
}
