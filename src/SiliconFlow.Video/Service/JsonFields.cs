using System.Globalization;
using System.Text.Json;

namespace SiliconFlow.Video.Service;

/// <summary>Reads answers in which nothing is guaranteed: any field may be absent, null, of another type or in other letter case.</summary>
internal static class JsonFields
{
    /// <summary>The body as a JSON value, or null where it is not JSON.</summary>
    internal static JsonElement? Parse(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(WithoutByteOrderMark(body));
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            // Not an error here: gateways answer in text and HTML, and each caller says what that means for it.
            return null;
        }
    }

    /// <summary>A field by its name in any letter case, or null.</summary>
    internal static JsonElement? Field(this JsonElement? element, string name)
    {
        if (element is not { ValueKind: JsonValueKind.Object } value)
        {
            return null;
        }

        // As the service spells it: no name need be read then.
        if (value.TryGetProperty(name, out var exact))
        {
            return exact;
        }

        foreach (var property in value.EnumerateObject())
        {
            if (string.Equals(NameOf(property), name, StringComparison.OrdinalIgnoreCase))
            {
                return property.Value;
            }
        }

        return null;
    }

    /// <summary>A text that is not blank, or null. Ids and codes that come as numbers are taken as their digits.</summary>
    internal static string? Text(this JsonElement? element)
    {
        var text = element?.ValueKind switch
        {
            JsonValueKind.String => StringOf(element.Value),
            JsonValueKind.Number => element.Value.GetRawText(),
            _ => null,
        };
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }

    /// <summary>A whole number, also where it came as text; null where it is none or does not fit.</summary>
    internal static long? Whole(this JsonElement? element) =>
        long.TryParse(element.Text(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>As <see cref="Whole"/>, within the range of an <see cref="int"/>.</summary>
    internal static int? Small(this JsonElement? element) => element.Whole() is { } value and >= int.MinValue and <= int.MaxValue ? (int)value : null;

    /// <summary>A finite number, or null.</summary>
    internal static double? Number(this JsonElement? element) =>
        double.TryParse(element.Text(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
        && !double.IsNaN(value) && !double.IsInfinity(value) ? value : null;

    /// <summary>The elements of an array; none where it is not one.</summary>
    internal static IEnumerable<JsonElement> Items(this JsonElement? element) =>
        element is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];

    private static string? StringOf(JsonElement element) => ReadText(element, static e => e.GetString());

    private static string? NameOf(JsonProperty property) => ReadText(property, static p => p.Name);

    private static string? ReadText<T>(T source, Func<T, string?> read)
    {
        try
        {
            return read(source);
        }
        catch (InvalidOperationException)
        {
            // JSON may hold bytes or escapes that form no text (half a surrogate pair): as good as absent.
            return null;
        }
    }

    private static ReadOnlyMemory<byte> WithoutByteOrderMark(byte[] body) =>
        body.AsMemory(body.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? 3 : 0);
}
