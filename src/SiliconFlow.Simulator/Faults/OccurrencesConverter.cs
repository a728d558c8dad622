using System.Text.Json;
using System.Text.Json.Serialization;

namespace SiliconFlow.Simulator;

/// <summary>Occurrences as a number, or as text with ranges.</summary>
internal sealed class OccurrencesConverter : JsonConverter<Occurrences>
{
    public override Occurrences Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return reader.TokenType switch
            {
                JsonTokenType.Number when reader.TryGetInt32(out var number) => Occurrences.FromInt32(number),
                JsonTokenType.String => Occurrences.Parse(reader.GetString()!),
                _ => throw new JsonException("A number or a text such as \"1-3,7\" is expected."),
            };
        }
        catch (FormatException e)
        {
            throw new JsonException(e.Message, e);
        }
    }

    public override void Write(Utf8JsonWriter writer, Occurrences value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
