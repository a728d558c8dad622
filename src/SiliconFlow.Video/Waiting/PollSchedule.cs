using SiliconFlow.Video.Service;

namespace SiliconFlow.Video.Waiting;

/// <summary>When a job is asked for next. Pure: it knows no clock.</summary>
internal sealed class PollSchedule
{
    private const double Growth = 1.5;

    /// <summary>Jobs take one to five minutes, so asking a new one sooner is in vain.</summary>
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(2);

    /// <summary>A finished job is seen no later than this.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private readonly TimeSpan? _interval;
    private TimeSpan _next;

    /// <param name="interval">The caller's own interval, kept to as it is; null for one that grows from two to ten seconds.</param>
    internal PollSchedule(TimeSpan? interval)
    {
        _interval = interval;
        _next = interval ?? Shortest;
    }

    /// <summary>How long to wait before the first question.</summary>
    /// <param name="video">The job as it was given.</param>
    /// <param name="age">How long ago it was submitted, where that is known.</param>
    internal TimeSpan First(SFVideo video, TimeSpan? age)
    {
        var first = _interval ?? Shortest;
        return video.Status == SFVideoStatus.Submitted && age is { } known && known >= TimeSpan.Zero && known < first ? first - known : TimeSpan.Zero;
    }

    /// <summary>How long to wait before the next question.</summary>
    /// <param name="remaining">What is left until the deadline, on which the last question falls.</param>
    /// <param name="askedFor">How long the service asked callers to stay away, where it did.</param>
    internal TimeSpan Next(TimeSpan remaining, TimeSpan? askedFor)
    {
        var wait = askedFor > _next ? askedFor.Value : _next;
        if (_interval is null)
        {
            _next = TimeSpan.FromTicks(Math.Min(Longest.Ticks, (long)(_next.Ticks * Growth)));
        }

        return Clock.Min(wait, remaining);
    }
}
