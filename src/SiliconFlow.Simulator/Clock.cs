namespace SiliconFlow.Simulator;

/// <summary>Waiting by any clock.</summary>
internal static class Clock
{
    /// <summary>Waits until a moment has come by the provider's clock.</summary>
    public static async Task WaitUntilAsync(this TimeProvider time, DateTimeOffset moment, CancellationToken cancellationToken)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var left = moment - time.GetUtcNow();
        if (left <= TimeSpan.Zero)
        {
            return;
        }

        await using var timer = time.CreateTimer(_ => reached.TrySetResult(), null, left, Timeout.InfiniteTimeSpan);

        // A clock set by hand may have jumped between the reading and the timer, which then would count from after the jump.
        if (time.GetUtcNow() >= moment)
        {
            return;
        }

        await reached.Task.WaitAsync(cancellationToken);
    }
}
