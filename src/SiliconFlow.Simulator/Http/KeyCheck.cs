namespace SiliconFlow.Simulator;

/// <summary>Looks at a request's key.</summary>
internal static class KeyCheck
{
    private const string Scheme = "Bearer ";

    /// <summary>The answer to a key that is missing or bad, or null where it is good.</summary>
    public static Answer? Refusal(HttpRequest request, SimulatorOptions options)
    {
        var header = request.Headers.Authorization.ToString();
        var key = header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..].Trim() : "";
        return key.Length == 0 ? Answer.Text(401, ServiceBodies.InvalidToken)
            : options.BadKeys.TryGetValue(key, out var bad) ? Answer.Text(bad.Status, bad.Body)
            : null;
    }
}
