using System.Globalization;

namespace SiliconFlow.Video.Saving;

/// <summary>Parts text into characters as people see them, of however many code points.</summary>
internal static class SeenCharacters
{
#if NETFRAMEWORK
    private const char Joiner = '\u200D';

#endif
    internal static IEnumerable<string> Of(string text)
    {
        var elements = StringInfo.GetTextElementEnumerator(text);
#if NETFRAMEWORK
        // .NET Framework takes emoji that are put together (families, skin tones, flags) for several.
        var seen = "";
        while (elements.MoveNext())
        {
            var element = elements.GetTextElement();
            if (seen.Length > 0 && !Joins(seen, element))
            {
                yield return seen;
                seen = "";
            }

            seen += element;
        }

        if (seen.Length > 0)
        {
            yield return seen;
        }
    }

    private static bool Joins(string before, string element) =>
        before[before.Length - 1] == Joiner || element[0] == Joiner || IsSkinTone(element) || (IsFlagLetter(before) && IsFlagLetter(element));

    private static bool IsSkinTone(string element) => element[0] == '\uD83C' && element.Length > 1 && element[1] is >= '\uDFFB' and <= '\uDFFF';

    private static bool IsFlagLetter(string element) => element.Length == 2 && element[0] == '\uD83C' && element[1] is >= '\uDDE6' and <= '\uDDFF';
#else
        while (elements.MoveNext())
        {
            yield return elements.GetTextElement();
        }
    }
#endif
}
