namespace SiliconFlow.Video.Waiting;

/// <summary>How jobs are waited for.</summary>
/// <param name="Timeout">How long each job is waited for from its arrival; zero asks once.</param>
/// <param name="Interval">The caller's own poll interval; null for the module's.</param>
/// <param name="CallsPerMinute">The caller's own budget of calls, which is made use of; null for the module's, which seldom comes to bear.</param>
internal sealed record WaitSettings(TimeSpan Timeout, TimeSpan? Interval = null, int? CallsPerMinute = null)
{
    /// <summary>Ten a second: what a service is surely built for.</summary>
    private const int UsualCallsPerMinute = 600;

    /// <summary>Who gives an interval has said how often to ask; this only keeps many jobs from coming in one burst.</summary>
    private const int CallsPerMinuteWithInterval = 6000;

    /// <summary>The plan for such a wait.</summary>
    internal PollPlan CreatePlan(Random random) => new(
        new PollRules(Interval?.TotalSeconds, CallsPerMinute is null ? PollPace.Usual : PollPace.Eager, random),
        new PollBudget(CallsPerMinute ?? (Interval is null ? UsualCallsPerMinute : CallsPerMinuteWithInterval)));
}
