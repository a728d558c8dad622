using System.Text;
using System.Text.Json;

namespace SiliconFlow.Simulator;

/// <summary>Reads and checks the body of a submit as the service does.</summary>
internal static class SubmitReader
{
    /// <remarks>The reader reports broken JSON by one exception and broken UTF-8 by the other.</remarks>
    public static SubmitRequest Read(ReadOnlySpan<byte> body)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        var properties = new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            if (!ReadMembers(body, values, properties))
            {
                return Refuse(values, ServiceBodies.InvalidParameter);
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return Refuse(values, ServiceBodies.InvalidParameter);
        }

        if (values.GetValueOrDefault("model") is not string model || model.Length == 0)
        {
            return Refuse(values, ServiceBodies.InvalidParameter);
        }

        if (model is not (Models.TextToVideo or Models.ImageToVideo))
        {
            return Refuse(values, ServiceBodies.UnknownModel);
        }

        var image = values.GetValueOrDefault("image");
        var isGood = values.GetValueOrDefault("prompt") is string prompt && !string.IsNullOrWhiteSpace(prompt)
            && values.GetValueOrDefault("image_size") is string size && ImageSizes.All.Contains(size)
            && values.GetValueOrDefault("negative_prompt") is null or string
            && values.GetValueOrDefault("seed") is null or long
            && (image is BillImage || (image is null && model != Models.ImageToVideo));
        return !isGood
            ? Refuse(values, ServiceBodies.InvalidParameter)
            : new SubmitRequest
            {
                Model = model,
                Prompt = (string)values["prompt"]!,
                ImageSize = (string)values["image_size"]!,
                NegativePrompt = (string?)values.GetValueOrDefault("negative_prompt"),
                Image = (BillImage?)image,
                Seed = (long?)values.GetValueOrDefault("seed"),
                Properties = properties,
            };
    }

    // The prompt is kept where it can be read, so that faults can be matched by it whatever else is wrong.
    private static SubmitRequest Refuse(Dictionary<string, object?> values, string refusal) =>
        new() { Refusal = refusal, Prompt = values.GetValueOrDefault("prompt") as string ?? "" };

    /// <summary>Reads each member as text, a whole number, an image, null, or, for anything else, a plain object that passes no check.</summary>
    private static bool ReadMembers(ReadOnlySpan<byte> body, Dictionary<string, object?> values, Dictionary<string, string> properties)
    {
        var reader = new Utf8JsonReader(body);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            if (name == "image" && reader.TokenType == JsonTokenType.String)
            {
                var image = ImageReader.Read(ref reader);
                values[name] = (object?)image ?? new object();
                properties[name] = image is { Url: null } ? $"\"data:{image.MediaType};base64,…\"" : Raw(body[start..(int)reader.BytesConsumed]);
                continue;
            }

            values[name] = reader.TokenType switch
            {
                JsonTokenType.String => reader.GetString(),
                JsonTokenType.Number when reader.TryGetInt64(out var number) => number,
                JsonTokenType.Null => null,
                _ => new object(),
            };
            reader.Skip();
            properties[name] = Raw(body[start..(int)reader.BytesConsumed]);
        }

        // Reads past the end of the object, which throws where anything but white space follows.
        return !reader.Read();
    }

    private static string Raw(ReadOnlySpan<byte> json) => Encoding.UTF8.GetString(json);
}
