namespace SiliconFlow.Video.Benchmarks.Schedule;

/// <summary>Answers 429 to what comes faster than a limit, with a second's worth of patience.</summary>
/// <param name="callsPerSecond">The limit; null for none.</param>
internal sealed class RefusingService(double? callsPerSecond)
{
    private double _left = Math.Max(1, callsPerSecond ?? 0);
    private double _at;

    public bool Refuses(double now)
    {
        if (callsPerSecond is not { } rate)
        {
            return false;
        }

        _left = Math.Min(Math.Max(1, rate), _left + ((now - _at) * rate));
        _at = now;
        if (_left < 1)
        {
            return true;
        }

        _left--;
        return false;
    }
}
