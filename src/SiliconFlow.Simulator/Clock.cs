namespace SiliconFlow.Simulator;

/// <summary>Waiting by any clock.</summary>
internal static class Clock
{
    // More than passes between two readings of a real clock, less than anybody moves a clock by hand.
    private static readonly TimeSpan Jump = TimeSpan.FromMilliseconds(1);

    /// <summary>Waits until a moment has come by the provider's clock.</summary>
    public static async Task WaitUntilAsync(this TimeProvider time, DateTimeOffset moment, CancellationToken cancellationToken)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var timer = time.CreateTimer(_ => reached.TrySetResult(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        DateTimeOffset now;
        do
        {
            now = time.GetUtcNow();
            if (now >= moment)
            {
                return;
            }

            timer.Change(moment - now, Timeout.InfiniteTimeSpan);
        }
        while (time.GetUtcNow() - now >= Jump); // The clock jumped before the timer was set, which then counts from too late.

        await reached.Task.WaitAsync(cancellationToken);
    }
}
