using System.Text.Json.Serialization;

namespace SiliconFlow.Video.Service;

/// <summary>The body of <c>POST /video/status</c>.</summary>
internal sealed record StatusFields([property: JsonPropertyName("requestId")] string RequestId);
