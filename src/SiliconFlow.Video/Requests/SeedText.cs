using System.Globalization;

namespace SiliconFlow.Video.Requests;

/// <summary>Reads a seed that was written as text.</summary>
internal static class SeedText
{
    /// <summary>Reads a whole number in the invariant culture, also one written as 42.0 or 1e3. Nothing is rounded.</summary>
    internal static bool TryParse(string? text, out long seed)
    {
        var isWhole = decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number == decimal.Truncate(number) && number is >= long.MinValue and <= long.MaxValue;
        seed = isWhole ? (long)number : 0;
        return isWhole;
    }
}
