namespace SiliconFlow.Video.Service;

/// <summary>The rest of a content whose start is there already.</summary>
/// <param name="Version">The version that the start is of.</param>
/// <param name="Start">How many bytes are there, at least one.</param>
internal sealed record LinkPart(LinkVersion Version, long Start);
