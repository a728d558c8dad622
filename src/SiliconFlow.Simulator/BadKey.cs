namespace SiliconFlow.Simulator;

/// <summary>The answer to an API key that is refused.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body, JSON as the service writes it.</param>
public sealed record BadKey(int Status, string Body)
{
    /// <summary>The keys that are refused unless the options name others.</summary>
    public static IReadOnlyDictionary<string, BadKey> Defaults { get; } = new Dictionary<string, BadKey>(StringComparer.Ordinal)
    {
        ["sk-bad"] = new(401, ServiceBodies.InvalidToken),
        ["sk-wrong-region"] = new(401, ServiceBodies.WrongRegion),
        ["sk-no-balance"] = new(403, ServiceBodies.NoBalance),
        ["sk-forbidden"] = new(403, ServiceBodies.Forbidden),
    };
}
