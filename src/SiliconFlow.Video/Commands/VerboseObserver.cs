using SiliconFlow.Video.Service;

namespace SiliconFlow.Video.Commands;

/// <summary>Tells every call on the verbose stream. The key is in no report, so it cannot be told.</summary>
/// <param name="write">Writes to the stream; null where nobody reads it, and nothing is put into words.</param>
internal sealed class VerboseObserver(Action<LocalText>? write) : ICallObserver
{
    public void Called(CallReport report) => write?.Invoke(report.TraceId is { } trace
        ? Messages.CalledTraced(report.Method, report.Address, report.Outcome, report.Elapsed.TotalMilliseconds, trace)
        : Messages.Called(report.Method, report.Address, report.Outcome, report.Elapsed.TotalMilliseconds));

    public void Retrying(RetryReport report) => write?.Invoke(report.MaxAttempts is { } most
        ? Messages.RetryingOf(report.Operation, report.Attempt, most, report.Delay.TotalSeconds, report.Cause.Text)
        : Messages.Retrying(report.Operation, report.Attempt, report.Delay.TotalSeconds, report.Cause.Text));

    public void Paused(TimeSpan length) => write?.Invoke(Messages.Paused(length.TotalSeconds));

    public void Paced(PaceReport report) => write?.Invoke(report switch
    {
        { Slowed: false } => Messages.FullSpeed(report.AtOnce),
        { Spacing.Ticks: 0 } => Messages.SlowedTo(report.AtOnce),
        _ => Messages.SlowedToSpaced(report.AtOnce, report.Spacing.TotalSeconds),
    });
}
