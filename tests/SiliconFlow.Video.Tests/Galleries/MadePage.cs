using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SiliconFlow.Video.Galleries;

namespace SiliconFlow.Video.Tests.Galleries;

/// <summary>Pages, and what is in them.</summary>
internal static class MadePage
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.FromHours(8));

    public static string Make(IReadOnlyList<GalleryItem> items, string? title = null, CultureInfo? culture = null) =>
        GalleryPage.Make(items, title, "/videos", culture ?? CultureInfo.InvariantCulture, Now);

    public static string DataText(string page) => Between(page, "<script type=\"application/json\" id=\"data\">", "</script>");

    public static JsonElement Data(string page)
    {
        using var data = JsonDocument.Parse(DataText(page));
        return data.RootElement.Clone();
    }

    /// <summary>The title as it is written in HTML.</summary>
    public static string Title(string page) => Between(page, "<title>", "</title>");

    public static string HashOf(string page, string start, string end) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Between(page, start, end))));

    private static string Between(string page, string start, string end)
    {
        var from = page.IndexOf(start, StringComparison.Ordinal) + start.Length;
        return page[from..page.IndexOf(end, from, StringComparison.Ordinal)];
    }
}
