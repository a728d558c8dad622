using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SiliconFlow.Video.Journaling;

/// <summary>Writes and reads the lines of journals.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(JournalRecord))]
internal sealed partial class JournalJson : JsonSerializerContext
{
    private static JournalJson? _asTyped;

    /// <summary>People read journals: text stands in them as it was typed. Line ends within it are escaped all the same, so a record is one line.</summary>
    private static JournalJson AsTyped => _asTyped ??= new(new JsonSerializerOptions(Default.GeneratedSerializerOptions!) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>How every record begins.</summary>
    internal static ReadOnlySpan<byte> RecordStart => "{\"v\":"u8;

    /// <summary>A record as a line, its end included.</summary>
    internal static byte[] Write(JournalRecord record)
    {
        var json = TypedText.Restore(JsonSerializer.SerializeToUtf8Bytes(record, AsTyped.JournalRecord));
        Array.Resize(ref json, json.Length + 1);
        json[json.Length - 1] = (byte)'\n';
        return json;
    }

    /// <summary>The record of a line.</summary>
    /// <exception cref="RecordFormatException">It is none; the message says why.</exception>
    internal static JournalRecord Read(ReadOnlySpan<byte> line)
    {
        try
        {
            var record = JsonSerializer.Deserialize(line, Default.JournalRecord) ?? throw new RecordFormatException(Messages.NotARecord);
            return record.FindFault() is { } fault ? throw new RecordFormatException(fault) : record;
        }
        catch (JsonException e)
        {
            throw new RecordFormatException(VersionOf(line) > Journaling.JournalRecord.CurrentVersion ? Messages.RecordTooNew : Messages.NotARecord, e);
        }
    }

    /// <summary>The version that a line names, 0 where it names none; null where it is not whole JSON.</summary>
    internal static int? VersionOf(ReadOnlySpan<byte> line)
    {
        try
        {
            using var json = JsonDocument.Parse(line.ToArray());
            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("v", out var v)
                && v.ValueKind == JsonValueKind.Number
                && v.TryGetInt32(out var version) ? version : 0;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
