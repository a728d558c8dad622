namespace SiliconFlow.Video.Service;

/// <summary>Holds back all calls of a connection while the service asks for it: Retry-After on one call is meant for its neighbours, too.</summary>
internal sealed class SharedPause(TimeProvider time)
{
    /// <summary>The longest pause: a wrong header must not stop a batch for a day.</summary>
    internal static TimeSpan Longest { get; } = TimeSpan.FromMinutes(10);

    private readonly object _gate = new();
    private long _from;
    private TimeSpan _length;

    /// <summary>What is left of the pause; zero where there is none.</summary>
    internal TimeSpan Remaining
    {
        get
        {
            lock (_gate)
            {
                var left = _length == TimeSpan.Zero ? TimeSpan.Zero : _length - time.GetElapsedTime(_from);
                return left > TimeSpan.Zero ? left : TimeSpan.Zero;
            }
        }
    }

    /// <summary>Makes the pause last at least this long from now on.</summary>
    /// <returns>By how much it ends later than before.</returns>
    internal TimeSpan Extend(TimeSpan wait)
    {
        lock (_gate)
        {
            var length = Clock.Min(wait, Longest);
            var more = length - Remaining;
            if (more <= TimeSpan.Zero)
            {
                return TimeSpan.Zero;
            }

            _from = time.GetTimestamp();
            _length = length;
            return more;
        }
    }

    /// <summary>Returns when there is no pause, or no longer.</summary>
    internal Task WaitAsync(CancellationToken cancellationToken) => Remaining == TimeSpan.Zero ? Task.CompletedTask : WaitItOutAsync(cancellationToken);

    private async Task WaitItOutAsync(CancellationToken cancellationToken)
    {
        // Asked anew after each wait: another call may have made it longer meanwhile.
        for (TimeSpan left; (left = Remaining) > TimeSpan.Zero;)
        {
            await time.DelayAsync(left, cancellationToken).ConfigureAwait(false);
        }
    }
}
