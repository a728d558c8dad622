namespace SiliconFlow.Simulator;

/// <summary>Lets callers wait for numbered events. Its owner guards it with the lock under which the events are counted.</summary>
internal sealed class Milestones<TKey, TEvent>
    where TKey : notnull
{
    private readonly Dictionary<TKey, TaskCompletionSource<TEvent>> _awaited = [];

    public Task<TEvent> WaitAsync(TKey key, CancellationToken cancellationToken)
    {
        if (!_awaited.TryGetValue(key, out var source))
        {
            // Asynchronous continuations: whoever reports the event holds a lock.
            _awaited[key] = source = new TaskCompletionSource<TEvent>(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        return source.Task.WaitAsync(cancellationToken);
    }

    public void Reach(TKey key, TEvent reached)
    {
        if (_awaited.Remove(key, out var source))
        {
            source.SetResult(reached);
        }
    }

    /// <summary>Ends every wait: the events will not come any more.</summary>
    public void Cancel()
    {
        foreach (var source in _awaited.Values)
        {
            source.SetCanceled();
        }

        _awaited.Clear();
    }
}
