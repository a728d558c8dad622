using System.Collections.Concurrent;
using SiliconFlow.Video.Service;

namespace SiliconFlow.Video.Tests.Service;

/// <summary>Keeps what -Verbose would tell.</summary>
internal sealed class RecordingObserver : ICallObserver
{
    public ConcurrentQueue<CallReport> Calls { get; } = new();

    public ConcurrentQueue<RetryReport> Retries { get; } = new();

    public ConcurrentQueue<TimeSpan> Pauses { get; } = new();

    public ConcurrentQueue<PaceReport> Paces { get; } = new();

    public void Called(CallReport report) => Calls.Enqueue(report);

    public void Retrying(RetryReport report) => Retries.Enqueue(report);

    public void Paused(TimeSpan length) => Pauses.Enqueue(length);

    public void Paced(PaceReport report) => Paces.Enqueue(report);
}
