namespace SiliconFlow.Simulator;

/// <summary>Keeps calls waiting at the door for as long as somebody holds their operation.</summary>
internal sealed class CallHolds
{
    private readonly Lock _gate = new();
    private readonly List<Hold> _holds = [];

    public IDisposable Add(Operation operation)
    {
        var hold = new Hold(this, operation);
        lock (_gate)
        {
            _holds.Add(hold);
        }

        return hold;
    }

    /// <summary>Waits until none of the present holds on an operation stands any more.</summary>
    public Task PassAsync(Operation operation, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.WhenAll(_holds.Where(hold => hold.Operation == operation).Select(hold => hold.Ended)).WaitAsync(cancellationToken);
        }
    }

    private sealed class Hold(CallHolds owner, Operation operation) : IDisposable
    {
        private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Operation Operation => operation;

        public Task Ended => _ended.Task;

        public void Dispose()
        {
            lock (owner._gate)
            {
                owner._holds.Remove(this);
            }

            _ended.TrySetResult();
        }
    }
}
