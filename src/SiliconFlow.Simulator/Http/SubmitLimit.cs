namespace SiliconFlow.Simulator;

/// <summary>The service's rate limit: so many submits in a minute, and then none until that minute is over. What is refused does not count.</summary>
internal sealed class SubmitLimit(SimulatorOptions options)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private DateTimeOffset _end;
    private int _passed;

    /// <summary>Whether one more submit may pass now.</summary>
    public bool TryPass()
    {
        if (options.SubmitsPerMinute is not { } most)
        {
            return true;
        }

        lock (_gate)
        {
            var now = options.TimeProvider.GetUtcNow();
            if (now >= _end)
            {
                _end = now + Minute;
                _passed = 0;
            }

            return _passed++ < most;
        }
    }

    /// <summary>Forgets what has passed.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _end = default;
        }
    }
}
