namespace SiliconFlow.Video.Saving;

/// <summary>Lets a limited number of downloads run at once. Of those that wait, the one whose link ends first comes first; of equal ones, the first to come.</summary>
internal sealed class DownloadQueue
{
    private readonly SortedDictionary<(DateTime End, long Number), TaskCompletionSource<bool>> _waiting = [];
    private int _free;
    private long _last;

    /// <param name="places">How many may run, at least 1.</param>
    internal DownloadQueue(int places) => _free = places;

    /// <summary>Enters when it is its turn, until what is returned is disposed.</summary>
    /// <param name="linkEnd">When the link ends; null where there is no link that could, which can wait longest.</param>
    /// <param name="cancellationToken">Gives up.</param>
    internal async Task<IDisposable> EnterAsync(DateTime? linkEnd, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        (DateTime End, long Number) turn;
        TaskCompletionSource<bool> called;
        lock (_waiting)
        {
            if (_free > 0)
            {
                _free--;
                return new Place(this);
            }

            turn = (linkEnd ?? DateTime.MaxValue, _last++);
            _waiting.Add(turn, called = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        using (cancellationToken.Register(() => GiveUp(turn, called, cancellationToken)))
        {
            await called.Task.ConfigureAwait(false);
        }

        return new Place(this);
    }

    /// <summary>One that was called already has its place, and gives it back when it notices.</summary>
    private void GiveUp((DateTime End, long Number) turn, TaskCompletionSource<bool> called, CancellationToken cancellationToken)
    {
        lock (_waiting)
        {
            if (!_waiting.Remove(turn))
            {
                return;
            }
        }

        called.TrySetCanceled(cancellationToken);
    }

    private void Leave()
    {
        TaskCompletionSource<bool> next;
        lock (_waiting)
        {
            if (_waiting.Count == 0)
            {
                _free++;
                return;
            }

            var first = _waiting.First();
            _waiting.Remove(first.Key);
            next = first.Value;
        }

        next.TrySetResult(true);
    }

    private sealed class Place(DownloadQueue queue) : IDisposable
    {
        private int _left;

        /// <summary>Leaves, once however often it is called.</summary>
        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0)
            {
                queue.Leave();
            }
        }
    }
}
