using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace SiliconFlow.Video.Galleries;

/// <summary>What the script of a page works with, as JSON that can stand within HTML.</summary>
internal static class GalleryData
{
    /// <summary>Lets letters of all languages stand as they are; what HTML or a script could take for its own is escaped in every case.</summary>
    private static readonly JsonWriterOptions Safe = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The data.</summary>
    /// <param name="items">What is shown.</param>
    /// <param name="texts">The words of the page.</param>
    /// <param name="folder">The full path of the page's folder.</param>
    internal static string Write(IEnumerable<GalleryItem> items, GalleryTexts texts, string folder)
    {
        using var body = new MemoryStream();
        using (var json = new Utf8JsonWriter(body, Safe))
        {
            json.WriteStartObject();
            json.WriteStartObject("texts");
            foreach (var word in texts.Words)
            {
                json.WriteString(word.Key, word.Value);
            }

            json.WriteEndObject();
            json.WriteStartArray("items");
            foreach (var item in items)
            {
                WriteItem(json, item, folder);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length);
    }

    private static void WriteItem(Utf8JsonWriter json, GalleryItem item, string folder)
    {
        var video = item.Video;
        json.WriteStartObject();
        json.WriteString("state", item.State);
        Write("id", video.RequestId);
        Write("name", video.Name);
        Write("prompt", video.Prompt);
        Write("negative", video.NegativePrompt);
        Write("image", NameOfImage(video.Image));
        Write("model", video.Model);
        Write("size", video.ImageSize);
        // As text: a script's numbers lose the last digits of long ones.
        Write("seed", video.Seed?.ToString(CultureInfo.InvariantCulture));
        Write("reason", video.Reason);
        Write("trace", video.TraceId);
        if (video.InferenceTime is { } seconds && !double.IsNaN(seconds) && !double.IsInfinity(seconds))
        {
            json.WriteNumber("seconds", seconds);
        }

        if (item.File is { } file)
        {
            Write("file", Path.GetFileName(file));
            if (item.Length is { } length)
            {
                json.WriteString("link", FileLink.Between(folder, file));
                json.WriteNumber("length", length);
            }
        }

        json.WriteEndObject();

        void Write(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                json.WriteString(name, value);
            }
        }
    }

    /// <summary>Of a path only the file's name: a page that is passed on need not tell where its maker keeps things. Links and data URIs as they are.</summary>
    private static string? NameOfImage(string? image) =>
        image is null || image.StartsWith("data:", StringComparison.OrdinalIgnoreCase) || image.Contains("://")
            ? image
            : image[(image.LastIndexOfAny(['/', '\\']) + 1)..];
}
