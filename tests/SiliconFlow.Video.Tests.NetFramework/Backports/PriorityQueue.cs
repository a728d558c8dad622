namespace System.Collections.Generic;

/// <summary>As far as tests use it.</summary>
internal sealed class PriorityQueue<TElement, TPriority>
{
    private readonly List<(TElement Element, TPriority Priority)> _items = [];

    public int Count => _items.Count;

    public void Enqueue(TElement element, TPriority priority)
    {
        var at = _items.FindIndex(item => Comparer<TPriority>.Default.Compare(item.Priority, priority) > 0);
        _items.Insert(at < 0 ? _items.Count : at, (element, priority));
    }

    public TElement Dequeue()
    {
        var (element, _) = _items[0];
        _items.RemoveAt(0);
        return element;
    }

    public bool TryPeek(out TElement element, out TPriority priority)
    {
        (element, priority) = Count > 0 ? _items[0] : default;
        return Count > 0;
    }
}
