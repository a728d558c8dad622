namespace SiliconFlow.Video.Benchmarks.Schedule;

/// <summary>What came of many runs.</summary>
internal sealed class Tally
{
    private readonly List<double> _delays = [];
    private readonly Queue<double> _second = new();
    private long _polls;

    public double PollsPerJob => (double)_polls / _delays.Count;

    public double MeanDelay => _delays.Average();

    public double LateDelay
    {
        get
        {
            _delays.Sort();
            return _delays[(int)(0.95 * _delays.Count)];
        }
    }

    /// <summary>The most calls in any one second.</summary>
    public int Peak { get; private set; }

    /// <summary>How many calls were refused, or would have been.</summary>
    public long Refused { get; set; }

    /// <summary>Starts another run, whose clock begins anew.</summary>
    public void NewRun()
    {
        _second.Clear();
    }

    public void Poll(double at)
    {
        _polls++;
        while (_second.TryPeek(out var first) && first <= at - 1)
        {
            _second.Dequeue();
        }

        _second.Enqueue(at);
        Peak = Math.Max(Peak, _second.Count);
    }

    public void Found(double delay) => _delays.Add(delay);
}
