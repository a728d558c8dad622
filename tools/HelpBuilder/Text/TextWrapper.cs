using System.Text;

namespace SiliconFlow.HelpBuilder.Text;

/// <summary>Wraps lines at a number of columns: between words, and between characters of scripts that have no blanks.</summary>
internal static class TextWrapper
{
    /// <summary>Signs that no line begins with.</summary>
    private const string Closing = "，。、；：？！）」』】》〉”’…";

    /// <summary>Signs that no line ends with.</summary>
    private const string Opening = "（「『【《〈“‘";

    public static IEnumerable<string> Wrap(TextLine line, int width)
    {
        if (line.IsVerbatim || line.Text.Length == 0)
        {
            return [line.ToString()];
        }

        var lines = new List<string>();
        var first = new string(' ', line.Indent) + line.Mark;
        var indent = new string(' ', TextWidth.Of(first));
        var current = new StringBuilder(first);
        var room = width - indent.Length;
        foreach (var piece in Pieces(line.Text))
        {
            if (room < width - indent.Length && TextWidth.Of(piece.TrimEnd()) > room)
            {
                lines.Add(current.ToString().TrimEnd());
                current.Clear().Append(indent);
                room = width - indent.Length;
            }

            current.Append(piece);
            room -= TextWidth.Of(piece);
        }

        lines.Add(current.ToString().TrimEnd());
        return lines;
    }

    /// <summary>The pieces of a text that must not be broken, each with the blanks behind it.</summary>
    private static IEnumerable<string> Pieces(string text)
    {
        var piece = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (piece.Length > 0 && MayBreak(piece[^1], rune))
            {
                yield return piece.ToString();
                piece.Clear();
            }

            piece.Append(rune);
        }

        yield return piece.ToString();
    }

    private static bool MayBreak(char before, Rune after) =>
        before == ' ' ? after.Value != ' '
        : after.Value != ' ' && !IsOneOf(Closing, after) && !Opening.Contains(before, StringComparison.Ordinal) && (TextWidth.IsWide(before) || TextWidth.IsWide(after));

    private static bool IsOneOf(string signs, Rune rune) => rune.IsBmp && signs.Contains((char)rune.Value, StringComparison.Ordinal);
}
