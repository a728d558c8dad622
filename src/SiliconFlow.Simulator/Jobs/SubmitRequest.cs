namespace SiliconFlow.Simulator;

/// <summary>The body of a submit that passed every check, or the service's complaint about it.</summary>
internal sealed record SubmitRequest
{
    /// <summary>The 400 body where the service refuses; null where it takes the job.</summary>
    public string? Refusal { get; init; }

    public string Model { get; init; } = "";

    public string Prompt { get; init; } = "";

    public string ImageSize { get; init; } = "";

    public string? NegativePrompt { get; init; }

    public BillImage? Image { get; init; }

    public long? Seed { get; init; }

    public IReadOnlyDictionary<string, string> Properties { get; init; } = new Dictionary<string, string>();
}
