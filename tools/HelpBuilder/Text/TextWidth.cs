using System.Text;

namespace SiliconFlow.HelpBuilder.Text;

/// <summary>How many columns text takes on a console: characters of Chinese, Japanese and Korean take two.</summary>
internal static class TextWidth
{
    public static int Of(string text) => text.EnumerateRunes().Sum(rune => IsWide(rune) ? 2 : 1);

    public static bool IsWide(char character) => Rune.TryCreate(character, out var rune) && IsWide(rune);

    /// <summary>The blocks of scripts and signs that Unicode's East Asian Width calls wide or full-width.</summary>
    public static bool IsWide(Rune rune) => rune.Value is
        (>= 0x1100 and <= 0x115F) // Hangul letters
        or (>= 0x2E80 and <= 0x303E) // radicals, punctuation
        or (>= 0x3041 and <= 0xA4CF) // kana, ideographs, Yi
        or (>= 0xAC00 and <= 0xD7A3) // Hangul syllables
        or (>= 0xF900 and <= 0xFAFF) // compatibility ideographs
        or (>= 0xFE30 and <= 0xFE6F) // compatibility forms
        or (>= 0xFF00 and <= 0xFF60) // full-width forms
        or (>= 0xFFE0 and <= 0xFFE6)
        or (>= 0x1F300 and <= 0x1FAFF) // pictures
        or (>= 0x20000 and <= 0x3FFFD);
}
