namespace SiliconFlow.Simulator;

/// <summary>The place of one call in the log, where its record is filled in as more becomes known.</summary>
internal sealed class CallEntry(CallRecord arrival)
{
    private readonly Lock _gate = new();
    private CallRecord _record = arrival;

    public CallRecord Record
    {
        get
        {
            lock (_gate)
            {
                return _record;
            }
        }
    }

    /// <summary>Whether the call is over. Guarded by the lock of the log.</summary>
    public bool IsOver { get; private set; }

    public void Concerns(string? requestId) => Update(record => record with { RequestId = requestId });

    public void StruckBy(FaultKind? fault) => Update(record => record with { Fault = fault });

    /// <summary>The status is about to be sent, or, where it is 0, the connection to be cut.</summary>
    public void Answered(int status) => Update(record => record with { StatusCode = status });

    /// <summary>The call is over; where no status was sent, none will be.</summary>
    public void End()
    {
        Update(record => record with { StatusCode = record.StatusCode ?? 0 });
        IsOver = true;
    }

    private void Update(Func<CallRecord, CallRecord> change)
    {
        lock (_gate)
        {
            _record = change(_record);
        }
    }
}
