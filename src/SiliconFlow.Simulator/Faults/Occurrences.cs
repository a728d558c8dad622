using System.Globalization;
using System.Text.Json.Serialization;

namespace SiliconFlow.Simulator;

/// <summary>A set of positions counted from 1, written as numbers and ranges: <c>"2"</c>, <c>"1-3,7"</c>, <c>"5-"</c>. An int or a string converts.</summary>
[JsonConverter(typeof(OccurrencesConverter))]
public sealed class Occurrences
{
    private readonly string _text;
    private readonly (int First, int Last)[] _ranges;

    private Occurrences(string text, (int First, int Last)[] ranges)
    {
        _text = text;
        _ranges = ranges;
    }

    /// <summary>The one position <paramref name="occurrence"/>.</summary>
    /// <param name="occurrence">The position, from 1.</param>
    public static implicit operator Occurrences(int occurrence) => FromInt32(occurrence);

    /// <summary>The positions that <paramref name="text"/> lists.</summary>
    /// <param name="text">Numbers and ranges, parted by commas.</param>
    public static implicit operator Occurrences(string text) => Parse(text);

    /// <summary>The one position <paramref name="occurrence"/>.</summary>
    /// <param name="occurrence">The position, from 1.</param>
    /// <returns>The set.</returns>
    public static Occurrences FromInt32(int occurrence) => Parse(occurrence.ToString(CultureInfo.InvariantCulture));

    /// <summary>Reads a set of positions.</summary>
    /// <param name="text">Numbers and ranges, parted by commas; a range may lack its end.</param>
    /// <returns>The set.</returns>
    /// <exception cref="FormatException">The text is no such list.</exception>
    public static Occurrences Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new Occurrences(text, [.. text.Split(',').Select(part => ParseRange(part) ?? throw new FormatException(
            $"\"{text}\" is no list of occurrences: write numbers from 1 and ranges, such as 2 or 1-3,7 or 5-."))]);
    }

    /// <summary>Whether a position is in the set.</summary>
    /// <param name="occurrence">The position, from 1.</param>
    /// <returns>True when it is.</returns>
    public bool Contains(int occurrence) => Array.Exists(_ranges, range => range.First <= occurrence && occurrence <= range.Last);

    /// <inheritdoc/>
    public override string ToString() => _text;

    private static (int First, int Last)? ParseRange(string part)
    {
        var ends = part.Split('-');
        if (ends.Length > 2 || ParseNumber(ends[0]) is not { } first)
        {
            return null;
        }

        var last = ends.Length == 1 ? first : ends[1].AsSpan().IsWhiteSpace() ? int.MaxValue : ParseNumber(ends[1]);
        return last >= first ? (first, last.Value) : null;
    }

    private static int? ParseNumber(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number) && number >= 1
            ? number
            : null;
}
