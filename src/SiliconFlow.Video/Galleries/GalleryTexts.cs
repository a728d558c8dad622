using System.Globalization;
using System.Text.Json;

namespace SiliconFlow.Video.Galleries;

/// <summary>The words of a page in one language. They belong to the page: its script needs them in the browser.</summary>
internal sealed class GalleryTexts
{
    private const string English = "en";

    private GalleryTexts(string language, Dictionary<string, string> words) => (Language, Words) = (language, words);

    /// <summary>The language as HTML names it.</summary>
    internal string Language { get; }

    /// <summary>The words by their keys.</summary>
    internal IReadOnlyDictionary<string, string> Words { get; }

    /// <summary>Those for a culture, in the same language that the module's messages have for it.</summary>
    internal static GalleryTexts For(CultureInfo culture)
    {
        using var all = JsonDocument.Parse(GalleryResource.Read("GalleryTexts.json"));
        var language = LanguageOf(culture, all.RootElement);
        return new GalleryTexts(language, all.RootElement.GetProperty(language).EnumerateObject().ToDictionary(word => word.Name, word => word.Value.GetString()!));
    }

    /// <summary>The nearest one of a culture and its parents that the page has, as .NET looks for resources; else English.</summary>
    private static string LanguageOf(CultureInfo culture, JsonElement all) =>
        culture.Name.Length == 0 ? English : all.TryGetProperty(culture.Name, out _) ? culture.Name : LanguageOf(culture.Parent, all);
}
