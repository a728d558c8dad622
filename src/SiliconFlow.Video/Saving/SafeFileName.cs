using System.Text;

namespace SiliconFlow.Video.Saving;

/// <summary>Makes text that anybody may have written into a file name that every platform takes.</summary>
internal static class SafeFileName
{
    /// <summary>The longest stem in UTF-8 bytes. File systems take 255 bytes; the rest is for what makes a name distinct and for the partial file's ending.</summary>
    internal const int MaxStemBytes = 160;

    private static readonly HashSet<string> Reserved = new(
        ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", .. "0123456789¹²³".SelectMany(digit => new[] { "COM" + digit, "LPT" + digit })],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The safe stem (without extension) for a text; empty where nothing of it can stand in a name.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="maxBytes">The longest result in UTF-8 bytes.</param>
    internal static string Make(string text, int maxBytes = MaxStemBytes)
    {
        var safe = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var pair = i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]);
            safe.Append(!pair && IsUnsafe(text[i]) ? '_' : text[i]);
            if (pair)
            {
                safe.Append(text[++i]);
            }
        }

        // One form for the same letters: macOS and Linux disagree about decomposed ones.
        var name = Cut(safe.ToString().Normalize(NormalizationForm.FormC).Trim(' ', '.'), maxBytes);
        return IsReserved(name) ? "_" + Cut(name, maxBytes - 1) : name;
    }

    private static bool IsReserved(string name)
    {
        var dot = name.IndexOf('.');
        return Reserved.Contains((dot < 0 ? name : name[..dot]).TrimEnd(' '));
    }

    /// <summary>Refused by Windows (also as parts of paths), no character at all, invisible, or able to make a name show as another.</summary>
    private static bool IsUnsafe(char c) =>
        c is '<' or '>' or ':' or '"' or '/' or '\\' or '|' or '?' or '*'
            or '\u061C' or '\u200B' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069')
            or '\u2028' or '\u2029' or '\uFEFF' or '\uFFFE' or '\uFFFF'
        || char.IsControl(c) || char.IsSurrogate(c);

    /// <summary>Cuts between characters as people see them, never within one, and leaves no blank or dot at the end.</summary>
    private static string Cut(string name, int maxBytes)
    {
        if (Encoding.UTF8.GetByteCount(name) <= maxBytes)
        {
            return name;
        }

        var cut = new StringBuilder();
        var bytes = 0;
        foreach (var character in SeenCharacters.Of(name))
        {
            bytes += Encoding.UTF8.GetByteCount(character);
            if (bytes > maxBytes)
            {
                break;
            }

            cut.Append(character);
        }

        return cut.ToString().TrimEnd(' ', '.');
    }
}
