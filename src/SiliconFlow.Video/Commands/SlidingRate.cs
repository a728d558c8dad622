namespace SiliconFlow.Video.Commands;

/// <summary>How fast a count grew lately.</summary>
/// <param name="window">How far back "lately" reaches.</param>
internal sealed class SlidingRate(TimeSpan window)
{
    private readonly Queue<Sample> _seen = new();
    private Sample? _last;

    /// <summary>The growth in a second; null until it can be told.</summary>
    internal double? PerSecond =>
        _last is { } last && _seen.Peek() is var first && last.At > first.At && last.Count > first.Count
            ? (last.Count - first.Count) / (last.At - first.At).TotalSeconds
            : null;

    /// <summary>Notes the count at a time; times only grow.</summary>
    internal void Note(TimeSpan at, long count)
    {
        _last = new Sample(at, count);
        _seen.Enqueue(_last);
        while (_seen.Peek().At < at - window)
        {
            _seen.Dequeue();
        }
    }

    /// <summary>A class, although it is small: a queue of values would have to be compiled anew, which the first progress bar would wait for.</summary>
    private sealed record Sample(TimeSpan At, long Count);
}
