using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace SiliconFlow.Video.Galleries;

/// <summary>Puts a page together from its parts: one HTML file that needs nothing but the videos themselves.</summary>
internal static class GalleryPage
{
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The page.</summary>
    /// <param name="items">What is shown, in order.</param>
    /// <param name="title">Its title; null for the usual one.</param>
    /// <param name="folder">The full path of the folder that the page will lie in.</param>
    /// <param name="culture">Whose language it speaks.</param>
    /// <param name="now">When it is made.</param>
    internal static string Make(IEnumerable<GalleryItem> items, string? title, string folder, CultureInfo culture, DateTimeOffset now)
    {
        var texts = GalleryTexts.For(culture);
        var (style, script) = (GalleryResource.Read("Gallery.css"), GalleryResource.Read("Gallery.js"));
        var parts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["language"] = texts.Language,
            ["policy"] = PolicyFor(style, script),
            ["title"] = Html.Encode(string.IsNullOrWhiteSpace(title) ? texts.Words["title"] : title!),
            ["madeAt"] = now.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture),
            ["style"] = style,
            ["script"] = script,
            ["data"] = GalleryData.Write(items, texts, folder),
        };

        // In one go: what looks like a place in a prompt or a title is none.
        return Regex.Replace(GalleryResource.Read("Gallery.html"), @"\{\{(\w+)\}\}", place =>
            parts.TryGetValue(place.Groups[1].Value, out var part) ? part : Html.Encode(texts.Words[place.Groups[1].Value]));
    }

    /// <summary>Nothing but the page's own style and script may act, and nothing may be loaded but videos that lie where the page does, or in files.</summary>
    private static string PolicyFor(string style, string script) =>
        $"default-src 'none'; media-src 'self' file:; style-src '{HashOf(style)}'; script-src '{HashOf(script)}'; base-uri 'none'; form-action 'none'";

    private static string HashOf(string text) => "sha256-" + Convert.ToBase64String(ContentHash.Compute(Encoding.UTF8.GetBytes(text)));
}
