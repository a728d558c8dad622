using SiliconFlow.Video.Service;

namespace SiliconFlow.Video.Benchmarks.Poll;

/// <summary>Counts calls, and tells when there were enough.</summary>
internal sealed class CountingObserver(int enough) : ICallObserver
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _calls;

    public Task Reached => _reached.Task;

    public void Called(CallReport report)
    {
        if (report.Outcome.ToString() != "200")
        {
            _reached.TrySetException(new InvalidOperationException($"A call came to {report.Outcome}."));
        }
        else if (Interlocked.Increment(ref _calls) == enough)
        {
            _reached.TrySetResult();
        }
    }

    public void Retrying(RetryReport report) => _reached.TrySetException(report.Cause);

    public void Paused(TimeSpan length)
    {
    }

    public void Paced(PaceReport report)
    {
    }
}
