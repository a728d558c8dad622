using System.Text.Json.Serialization;

namespace SiliconFlow.Simulator;

/// <summary>What a request asks of the service.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<Operation>))]
public enum Operation
{
    /// <summary><c>POST /v1/video/submit</c>: the call that costs money.</summary>
    Submit,

    /// <summary><c>POST /v1/video/status</c>.</summary>
    Status,

    /// <summary><c>GET /v1/models</c>.</summary>
    Models,

    /// <summary><c>GET</c> or <c>HEAD</c> of a link to a video.</summary>
    Download,

    /// <summary>Any other path or method; it is recorded and answered 404, and no fault applies to it.</summary>
    Other,
}
