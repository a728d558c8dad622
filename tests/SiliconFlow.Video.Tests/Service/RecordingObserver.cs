using System.Collections.Concurrent;
using SiliconFlow.Video.Service;

namespace SiliconFlow.Video.Tests.Service;

/// <summary>Keeps what -Verbose would tell.</summary>
internal sealed class RecordingObserver : ICallObserver
{
    public ConcurrentQueue<CallReport> Calls { get; } = new();

    public ConcurrentQueue<RetryReport> Retries { get; } = new();

    public void Called(CallReport report) => Calls.Enqueue(report);

    public void Retrying(RetryReport report) => Retries.Enqueue(report);
}
