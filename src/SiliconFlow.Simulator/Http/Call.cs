namespace SiliconFlow.Simulator;

/// <summary>One request on its way through the simulator.</summary>
/// <param name="Context">The request.</param>
/// <param name="Operation">What it asks.</param>
/// <param name="Entry">Its place in the log.</param>
/// <param name="Gone">Ends when the client goes or the simulator stops.</param>
internal sealed record Call(HttpContext Context, Operation Operation, CallEntry Entry, CancellationToken Gone)
{
    /// <summary>The job that a status or a download concerns, where there is one.</summary>
    public Job? Job { get; set; }

    /// <summary>The parsed body of a submit.</summary>
    public SubmitRequest? Submit { get; set; }

    /// <summary>The fault that strikes the call.</summary>
    public FaultRule? Rule { get; set; }

    /// <summary>Whether the fault that strikes the call is of a kind.</summary>
    public bool Suffers(FaultKind kind) => Rule?.Fault == kind;
}
