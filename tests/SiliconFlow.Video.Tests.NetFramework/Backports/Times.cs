namespace SiliconFlow.Video.Tests.Backports;

/// <summary>Times, and what waits and ends by them.</summary>
internal static class Times
{
    extension(TimeSpan)
    {
        public static TimeSpan operator *(TimeSpan time, double factor) => TimeSpan.FromTicks((long)Math.Round(time.Ticks * factor));

        public static TimeSpan operator *(double factor, TimeSpan time) => time * factor;

        public static double operator /(TimeSpan time, TimeSpan other) => time.Ticks / (double)other.Ticks;
    }

    extension(DateTime)
    {
        public static DateTime UnixEpoch => new(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    }

    extension(OperatingSystem)
    {
        public static bool IsWindows() => Path.DirectorySeparatorChar == '\\';
    }

    public static async Task WaitAsync(this Task task, TimeSpan patience)
    {
        if (await Task.WhenAny(task, Task.Delay(patience)) != task)
        {
            throw new TimeoutException();
        }

        await task;
    }

    public static Task CancelAsync(this CancellationTokenSource source)
    {
        source.Cancel();
        return Task.CompletedTask;
    }
}
