using System.Text.Json;
using System.Text.Json.Serialization;
using SiliconFlow.Video.Service;

namespace SiliconFlow.Video.Journaling;

/// <summary>Writes and reads the lines of journals.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(JournalRecord))]
internal sealed partial class JournalJson : JsonSerializerContext
{
    /// <summary>How every record begins.</summary>
    internal static ReadOnlySpan<byte> RecordStart => "{\"v\":"u8;

    /// <summary>A record as a line, its end included. People read journals: text stands in them as it was typed. Line ends within it are escaped all the same, so a record is one line.</summary>
    internal static byte[] Write(JournalRecord record)
    {
        var json = TypedText.Restore(WireJson.Write(fields => Write(fields, record)));
        Array.Resize(ref json, json.Length + 1);
        json[json.Length - 1] = (byte)'\n';
        return json;
    }

    private static void Write(Utf8JsonWriter json, JournalRecord record)
    {
        // First, so that every line begins with it.
        json.WriteNumber("v", record.Version);
        json.WriteString("at", record.At);
        json.WriteString("event", JsonNamingPolicy.CamelCase.ConvertName(record.Event.ToString()));
        json.WriteGiven("row", record.Row);
        json.WriteGiven("occurrence", record.Occurrence);
        json.WriteGiven("try", record.Try);
        json.WriteGiven("requestId", record.RequestId);
        json.WriteGiven("name", record.Name);
        json.WriteGiven("model", record.Model);
        json.WriteGiven("prompt", record.Prompt);
        json.WriteGiven("negativePrompt", record.NegativePrompt);
        json.WriteGiven("imageSize", record.ImageSize);
        json.WriteGiven("image", record.Image);
        json.WriteGiven("imageSha256", record.ImageSha256);
        json.WriteGiven("seed", record.Seed);
        json.WriteGiven("baseUri", record.BaseUri);
        json.WriteGiven("traceId", record.TraceId);
        json.WriteGiven("error", record.Error);
        json.WriteGiven("reason", record.Reason);
        if (record.InferenceTime is { } seconds)
        {
            json.WriteNumber("inferenceTime", seconds);
        }

        json.WriteGiven("path", record.Path);
        json.WriteGiven("length", record.Length);
        json.WriteGiven("sha256", record.Sha256);
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
