namespace SiliconFlow.Simulator;

/// <summary>One request that reached the simulator, answered or not. The <c>/sim</c> calls are not recorded.</summary>
public sealed record CallRecord
{
    /// <summary>What was asked.</summary>
    public required Operation Operation { get; init; }

    /// <summary>Which call of its operation this is, from 1.</summary>
    public required int Occurrence { get; init; }

    /// <summary>The HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>The path, without the query.</summary>
    public required string Path { get; init; }

    /// <summary>When the request arrived, by the simulator's clock.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The status that was sent; 0 where the connection ended without an answer; null while the call is in the works.</summary>
    public int? StatusCode { get; init; }

    /// <summary>The trace id given to the call; null for downloads.</summary>
    public string? TraceId { get; init; }

    /// <summary>The job concerned, where there is one.</summary>
    public string? RequestId { get; init; }

    /// <summary>Whether the request carried an Authorization header, of any kind.</summary>
    public required bool AuthorizationPresent { get; init; }

    /// <summary>The User-Agent header.</summary>
    public string? UserAgent { get; init; }

    /// <summary>The Range header.</summary>
    public string? Range { get; init; }

    /// <summary>The If-Range header.</summary>
    public string? IfRange { get; init; }

    /// <summary>The fault that was applied, or null where the call was served well.</summary>
    public FaultKind? Fault { get; init; }
}
