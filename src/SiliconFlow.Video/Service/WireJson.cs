using System.Text.Encodings.Web;
using System.Text.Json;

namespace SiliconFlow.Video.Service;

/// <summary>Writes what the module sends, field by field: a serializer, also a generated one, would first have to learn the types, and the first call would pay for it.</summary>
internal static class WireJson
{
    /// <summary>Text travels as it was typed and not as escapes: it is shorter, and logs at the service stay readable. Emoji and rare spaces are escaped all the same.</summary>
    private static readonly JsonWriterOptions AsTyped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A JSON object in UTF-8.</summary>
    /// <param name="fields">Writes its fields.</param>
    internal static byte[] Write(Action<Utf8JsonWriter> fields)
    {
        using var body = new MemoryStream();
        using (var json = new Utf8JsonWriter(body, AsTyped))
        {
            json.WriteStartObject();
            fields(json);
            json.WriteEndObject();
        }

        return body.ToArray();
    }

    /// <summary>Writes a field, unless it was left out.</summary>
    internal static void WriteGiven(this Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
