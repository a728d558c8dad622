namespace SiliconFlow.Simulator;

/// <summary>The image of a submit: a link as it was sent, or what identifies the bytes of a data URI.</summary>
public sealed record BillImage
{
    /// <summary>The link, verbatim; null for a data URI.</summary>
    public string? Url { get; init; }

    /// <summary>The media type of a data URI, such as <c>image/png</c>; null for a link.</summary>
    public string? MediaType { get; init; }

    /// <summary>The number of image bytes in a data URI, decoded; null for a link.</summary>
    public long? Length { get; init; }

    /// <summary>The SHA-256 of those bytes in lower-case hexadecimal; null for a link.</summary>
    public string? Sha256 { get; init; }
}
