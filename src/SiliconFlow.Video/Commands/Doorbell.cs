namespace SiliconFlow.Video.Commands;

/// <summary>Wakes the pipeline's thread when there is something for it to do. One ring is kept while nobody waits.</summary>
internal sealed class Doorbell
{
    private readonly object _gate = new();
    private bool _rung;

    /// <summary>Wakes who waits, or else who waits next. Any thread may call it.</summary>
    internal void Ring()
    {
        // What there is to do was noted before: who takes the ring away that is there looks for it after that.
        Interlocked.MemoryBarrier();
        if (Volatile.Read(ref _rung))
        {
            return;
        }

        lock (_gate)
        {
            _rung = true;
            Monitor.Pulse(_gate);
        }
    }

    /// <summary>Waits for a ring since the last wait.</summary>
    /// <param name="atMost">The longest wait; <see cref="Timeout.InfiniteTimeSpan"/> for no limit.</param>
    internal void Wait(TimeSpan atMost)
    {
        lock (_gate)
        {
            if (!_rung)
            {
                Monitor.Wait(_gate, atMost);
            }

            _rung = false;
        }

        // What is looked for now must not have been looked at before the ring was taken away.
        Interlocked.MemoryBarrier();
    }
}
