using System.Globalization;
using SiliconFlow.Video.Service;

namespace SiliconFlow.Video.Commands;

/// <summary>Tells every call on the verbose stream. The key is in no report, so it cannot be told.</summary>
/// <param name="write">Writes to the stream; null where nobody reads it, and nothing is put into words.</param>
internal sealed class VerboseObserver(Action<string>? write) : ICallObserver
{
    public void Called(CallReport report) => write?.Invoke(string.Format(
        CultureInfo.InvariantCulture,
        "{0} {1} -> {2} in {3:0} ms{4}",
        report.Method,
        report.Address,
        report.Outcome,
        report.Elapsed.TotalMilliseconds,
        report.TraceId is null ? "" : $" (trace id {report.TraceId})"));

    public void Retrying(RetryReport report) => write?.Invoke(string.Format(
        CultureInfo.InvariantCulture,
        "{0}: retry {1}{2} in {3:0.0} s, since: {4}",
        report.Operation,
        report.Attempt,
        report.MaxAttempts is { } most ? $" of {most}" : "",
        report.Delay.TotalSeconds,
        report.Cause.Message));

    public void Paused(TimeSpan length) => write?.Invoke(string.Format(CultureInfo.InvariantCulture, "The service asks for a pause: all calls wait for {0:0.0} s.", length.TotalSeconds));

    public void Paced(PaceReport report) => write?.Invoke(string.Format(
        CultureInfo.InvariantCulture,
        report switch
        {
            { Slowed: false } => "Submitting at full speed again: {0} at once.",
            { Spacing.Ticks: 0 } => "Submitting as the service allows: {0} at once.",
            _ => "Submitting as the service allows: {0} at once, {1:0.0##} s apart.",
        },
        report.AtOnce,
        report.Spacing.TotalSeconds));
}
