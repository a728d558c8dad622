namespace SiliconFlow.Video.Requests;

/// <summary>An image that the service fetches itself.</summary>
/// <param name="Url">An http or https address, sent as it was written.</param>
internal sealed record LinkImage(string Url) : RequestImage(Url);
