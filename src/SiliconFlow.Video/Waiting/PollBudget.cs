namespace SiliconFlow.Video.Waiting;

/// <summary>
/// Spaces the calls out: so many a minute, evenly, without saving up for a burst. A service that refuses calls for their number halves the pace;
/// answers raise it again step by step, up to what was allowed. Pure: it knows no clock.
/// </summary>
internal sealed class PollBudget
{
    /// <summary>How many seconds' worth of calls may start together where timers are coarser than the spacing.</summary>
    private const double Slack = 0.02;

    /// <summary>Calls that started before the pace was halved may still be refused: one halving answers them all.</summary>
    private const double HalvingSpan = 1;

    /// <summary>Without a refusal for so long, the pace rises faster: what was scarce is so no longer.</summary>
    private const double CalmSpan = 60;

    /// <summary>How many answers bring a pace that was halved back to where it was refused.</summary>
    private const double StepsBack = 50;

    /// <summary>However often the service refuses, it is asked so often, in calls a second.</summary>
    private const double Slowest = 1.0 / 20;

    /// <summary>The pace that was really kept is looked at over so many seconds.</summary>
    private const double RecentSpan = 5;

    private readonly double _most;
    private readonly double _slack;
    private double _next = double.NegativeInfinity;
    private double _lastRefusal = double.NegativeInfinity;
    private double _refusedAt;
    private double _recent;
    private double _recentAt;

    /// <param name="callsPerMinute">The most calls a minute.</param>
    internal PollBudget(int callsPerMinute)
    {
        _most = callsPerMinute / 60.0;
        _slack = Math.Max(0, Slack - (1 / _most));
        CallsPerSecond = _most;
    }

    /// <summary>The pace at present.</summary>
    internal double CallsPerSecond { get; private set; }

    /// <summary>When the next call may start.</summary>
    internal double Next => _next - _slack;

    /// <summary>Tells that a call starts.</summary>
    internal void Spend(double now)
    {
        // What was not used is not saved: after a pause the calls come evenly again.
        _next = Math.Max(_next, now) + (1 / CallsPerSecond);
        _recent = RecentAt(now) + (1 / RecentSpan);
        _recentAt = now;
    }

    /// <summary>Tells that the service refused a call for there were too many.</summary>
    /// <param name="started">When the call started.</param>
    /// <param name="now">When it was refused.</param>
    internal void Refused(double started, double now)
    {
        if (started < _lastRefusal || now - _lastRefusal < HalvingSpan)
        {
            return;
        }

        // Half of what was really asked, not of what was allowed: else many refusals would pass before the pace changes at all.
        _refusedAt = Math.Min(CallsPerSecond, Math.Max(RecentAt(now), Slowest));
        CallsPerSecond = Math.Max(_refusedAt / 2, Math.Min(Slowest, _most));
        _next = Math.Max(_next, now + (1 / CallsPerSecond));
        _lastRefusal = now;
    }

    /// <summary>Tells that the service answered a call.</summary>
    internal void Answered(double now)
    {
        if (CallsPerSecond < _most)
        {
            var step = _refusedAt / 2 / StepsBack;
            CallsPerSecond = Math.Min(_most, CallsPerSecond + (now - _lastRefusal > CalmSpan ? 10 * step : step));
        }
    }

    private double RecentAt(double now) => _recent * Math.Exp((_recentAt - now) / RecentSpan);
}
