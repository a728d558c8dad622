using System.Globalization;

namespace SiliconFlow.Video.Service;

/// <summary>When a link ends.</summary>
internal static class LinkExpiry
{
    /// <summary>The submit page promises ten minutes, the status page an hour: the shorter one is planned for.</summary>
    internal static readonly TimeSpan Promised = TimeSpan.FromMinutes(10);

    /// <summary>What the link itself states, else ten minutes from when success was first seen.</summary>
    /// <param name="url">The link.</param>
    /// <param name="seen">When it was seen, in local time.</param>
    /// <returns>The end, in local time.</returns>
    internal static DateTime Of(string url, DateTimeOffset seen) => (Stated(url) ?? seen + Promised).LocalDateTime;

    private static DateTimeOffset? Stated(string url)
    {
        var mark = url.IndexOf('?');
        if (mark < 0)
        {
            return null;
        }

        DateTimeOffset? signed = null;
        double? lifetime = null;
        double? epoch = null;
        foreach (var pair in url[(mark + 1)..].Split('&', '#'))
        {
            var equals = pair.IndexOf('=');
            var value = equals < 0 ? "" : Uri.UnescapeDataString(pair[(equals + 1)..]);
            switch (equals < 0 ? "" : pair[..equals].ToUpperInvariant())
            {
                case "X-AMZ-DATE":
                    signed = DateTimeOffset.TryParseExact(value, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;
                    break;
                case "X-AMZ-EXPIRES":
                    lifetime = Seconds(value);
                    break;
                case "EXPIRES":
                    epoch = Seconds(value);
                    break;
                default:
                    break;
            }
        }

        return signed is { } start && lifetime is { } length ? Add(start, length) : epoch is { } end ? Add(DateTimeOffset.FromUnixTimeSeconds(0), end) : null;
    }

    private static double? Seconds(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>Null where the link states a time outside the calendar.</summary>
    private static DateTimeOffset? Add(DateTimeOffset start, double seconds) =>
        seconds < (DateTimeOffset.MaxValue - start).TotalSeconds - TimeSpan.FromDays(1).TotalSeconds ? start.AddSeconds(seconds) : null;
}
