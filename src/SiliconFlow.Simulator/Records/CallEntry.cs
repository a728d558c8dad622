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

    public void Concerns(string? requestId) => Update(record => record with { RequestId = requestId });

    public void StruckBy(FaultKind? fault) => Update(record => record with { Fault = fault });

    /// <summary>The status is about to be sent.</summary>
    public void Answered(int status) => Update(record => record with { StatusCode = status });

    /// <summary>The connection ended; where no status was sent, none will be.</summary>
    public void Gone() => Update(record => record with { StatusCode = record.StatusCode ?? 0 });

    private void Update(Func<CallRecord, CallRecord> change)
    {
        lock (_gate)
        {
            _record = change(_record);
        }
    }
}
