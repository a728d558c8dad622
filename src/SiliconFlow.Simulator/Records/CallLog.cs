namespace SiliconFlow.Simulator;

/// <summary>Every call that arrived, and who waits for one.</summary>
internal sealed class CallLog(SimulatorOptions options)
{
    private readonly Lock _gate = new();
    private readonly List<CallEntry> _calls = [];
    private readonly Dictionary<Operation, int> _arrived = [];
    private readonly Milestones<(Operation, int), CallRecord> _arrivals = new();
    private readonly Milestones<(Operation, int), CallRecord> _ends = new();

    public IReadOnlyList<CallRecord> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _calls.Select(call => call.Record)];
            }
        }
    }

    /// <summary>Records a call that has just arrived.</summary>
    public CallEntry Arrive(Operation operation, HttpRequest request, string? traceId)
    {
        lock (_gate)
        {
            var entry = new CallEntry(new CallRecord
            {
                Operation = operation,
                Occurrence = _arrived[operation] = _arrived.GetValueOrDefault(operation) + 1,
                Method = request.Method,
                Path = request.Path.Value ?? "",
                At = options.TimeProvider.GetUtcNow(),
                TraceId = traceId,
                AuthorizationPresent = request.Headers.Authorization.Count > 0,
                UserAgent = request.Headers.UserAgent,
                Range = request.Headers.Range,
                IfRange = request.Headers.IfRange,
            });
            _calls.Add(entry);
            _arrivals.Reach((operation, entry.Record.Occurrence), entry.Record);
            return entry;
        }
    }

    /// <summary>The nth call of an operation, once it has arrived.</summary>
    public Task<CallRecord> WaitAsync(Operation operation, int occurrence, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Find(operation, occurrence) is { } call
                ? Task.FromResult(call.Record)
                : _arrivals.WaitAsync((operation, occurrence), cancellationToken);
        }
    }

    /// <summary>The nth call of an operation, once it is over.</summary>
    public Task<CallRecord> WaitForEndAsync(Operation operation, int occurrence, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Find(operation, occurrence) is { IsOver: true } call
                ? Task.FromResult(call.Record)
                : _ends.WaitAsync((operation, occurrence), cancellationToken);
        }
    }

    /// <summary>Records that a call is over.</summary>
    public void End(CallEntry call)
    {
        lock (_gate)
        {
            call.End();
            _ends.Reach((call.Record.Operation, call.Record.Occurrence), call.Record);
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _calls.Clear();
            _arrived.Clear();
        }
    }

    /// <summary>Ends every wait.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _arrivals.Cancel();
            _ends.Cancel();
        }
    }

    private CallEntry? Find(Operation operation, int occurrence) =>
        _calls.Find(call => call.Record is var record && record.Operation == operation && record.Occurrence == occurrence);
}
