namespace SiliconFlow.Simulator;

/// <summary>Refuses headers that could not be sent, before a call meets them.</summary>
internal static class HeaderCheck
{
    /// <summary>What is wrong with a rule's headers, or null.</summary>
    public static string? Complaint(FaultRule rule) =>
        OfValue("retryAfter", rule.RetryAfter)
        ?? OfValue("contentType", rule.ContentType)
        ?? OfValue("location", rule.Location)
        ?? rule.Headers?.Select(header => OfName(header.Key) ?? OfValue(header.Key, header.Value)).FirstOrDefault(complaint => complaint is not null);

    private static string? OfName(string name) =>
        name.Length == 0 || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_') ? $"\"{name}\" is no name of a header."
        : name.ToUpperInvariant() is "CONTENT-LENGTH" or "TRANSFER-ENCODING" or "CONNECTION" ? $"{name} cannot be set; for lengths there is wrongLength."
        : null;

    private static string? OfValue(string name, string? value) =>
        value is not null && !value.All(letter => letter is >= ' ' and <= '~') ? $"{name} holds a character that no header can carry." : null;
}
