namespace SiliconFlow.Video.Commands;

/// <summary>How fast a count grew lately.</summary>
/// <param name="window">How far back "lately" reaches.</param>
internal sealed class SlidingRate(TimeSpan window)
{
    private readonly Queue<(TimeSpan At, long Count)> _seen = new();
    private (TimeSpan At, long Count) _last;

    /// <summary>The growth in a second; null until it can be told.</summary>
    internal double? PerSecond =>
        _seen.Count > 0 && _last.At > _seen.Peek().At && _last.Count > _seen.Peek().Count
            ? (_last.Count - _seen.Peek().Count) / (_last.At - _seen.Peek().At).TotalSeconds
            : null;

    /// <summary>Notes the count at a time; times only grow.</summary>
    internal void Note(TimeSpan at, long count)
    {
        _last = (at, count);
        _seen.Enqueue(_last);
        while (_seen.Peek().At < at - window)
        {
            _seen.Dequeue();
        }
    }
}
