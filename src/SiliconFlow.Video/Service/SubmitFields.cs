namespace SiliconFlow.Video.Service;

/// <summary>The body of <c>POST /video/submit</c>, as the service's submit page lists it. A field that is null is not sent.</summary>
internal sealed record SubmitFields(string Model, string Prompt, string ImageSize, string? NegativePrompt, string? Image, long? Seed);
