using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SiliconFlow.Simulator;

/// <summary>Writes the service's compact JSON.</summary>
internal static class JsonText
{
    // The service's links hold bare ampersands.
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Plain))
        {
            write(writer);
        }

        return buffer.WrittenSpan.ToArray();
    }
}
