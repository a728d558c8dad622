using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SiliconFlow.Video.Service;

/// <summary>What the module sends, with serializers generated at build time: first use is not paid with reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SubmitFields))]
[JsonSerializable(typeof(StatusFields))]
internal sealed partial class WireJson : JsonSerializerContext
{
    private static WireJson? _asTyped;

    /// <summary>Text travels as it was typed and not as escapes: it is shorter, and logs at the service stay readable. Emoji and rare spaces are escaped all the same.</summary>
    internal static WireJson AsTyped => _asTyped ??= new(new JsonSerializerOptions(Default.GeneratedSerializerOptions!) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
