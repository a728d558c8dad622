using System.Text.Encodings.Web;
using System.Text.Json;

namespace SiliconFlow.Video.Service;

/// <summary>Writes what the module sends and keeps, field by field: a serializer, also a generated one, would first have to learn the types, and the first call would pay for it.</summary>
internal static class WireJson
{
    /// <summary>Text travels as it was typed and not as escapes: it is shorter, and logs at the service stay readable. Emoji and rare spaces are escaped all the same.</summary>
    private static readonly JsonWriterOptions AsTyped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A body that is longer, with an image in it, leaves no buffer behind.</summary>
    private const int MostKept = 64 * 1024;

    /// <summary>A writer's buffers are ten times what most bodies are: each thread keeps its own for the next body.</summary>
    [ThreadStatic]
    private static Pad? _kept;

    /// <summary>A JSON object in UTF-8.</summary>
    /// <param name="fields">Writes its fields.</param>
    internal static byte[] Write(Action<Utf8JsonWriter> fields)
    {
        var pad = _kept ?? new Pad();
        _kept = null;
        pad.Json.WriteStartObject();
        fields(pad.Json);
        pad.Json.WriteEndObject();
        pad.Json.Flush();
        var written = pad.Body.ToArray();
        if (written.Length <= MostKept)
        {
            pad.Body.SetLength(0);
            pad.Json.Reset();
            _kept = pad;
        }

        return written;
    }

    /// <summary>Writes a field, unless it was left out.</summary>
    internal static void WriteGiven(this Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    /// <inheritdoc cref="WriteGiven(Utf8JsonWriter, string, string?)"/>
    internal static void WriteGiven(this Utf8JsonWriter json, string name, long? value)
    {
        if (value is { } given)
        {
            json.WriteNumber(name, given);
        }
    }

    private sealed class Pad
    {
        internal Pad() => Json = new Utf8JsonWriter(Body, AsTyped);

        internal MemoryStream Body { get; } = new();

        internal Utf8JsonWriter Json { get; }
    }
}
