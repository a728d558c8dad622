namespace SiliconFlow.Simulator;

/// <summary>One submit that the simulator took: on the real service, money spent.</summary>
public sealed record BillEntry
{
    /// <summary>The id the job got.</summary>
    public required string RequestId { get; init; }

    /// <summary>The trace id of the call, whether or not its answer arrived.</summary>
    public required string TraceId { get; init; }

    /// <summary>When the job was taken, by the simulator's clock.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The model asked for.</summary>
    public required string Model { get; init; }

    /// <summary>The prompt.</summary>
    public required string Prompt { get; init; }

    /// <summary>The size asked for, such as <c>1280x720</c>.</summary>
    public required string ImageSize { get; init; }

    /// <summary>The negative prompt, or null where none was sent.</summary>
    public string? NegativePrompt { get; init; }

    /// <summary>The image, or null where none was sent.</summary>
    public BillImage? Image { get; init; }

    /// <summary>The seed that was sent, or null where the service was left to draw one.</summary>
    public long? Seed { get; init; }

    /// <summary>Every member of the request's body by name, each with its JSON text; the data of a data URI is left out.</summary>
    public required IReadOnlyDictionary<string, string> Properties { get; init; }

    /// <summary>The request's User-Agent header.</summary>
    public string? UserAgent { get; init; }

    /// <summary>The request's Content-Type header.</summary>
    public string? ContentType { get; init; }
}
