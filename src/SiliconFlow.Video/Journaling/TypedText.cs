using System.Buffers.Text;

namespace SiliconFlow.Video.Journaling;

/// <summary>Puts emoji, and all else beyond the first 65536 characters, back into JSON as they were typed: the JSON writer knows them as escapes only.</summary>
internal static class TypedText
{
    /// <summary>The length of the two escapes that stand for one character.</summary>
    private const int PairLength = 12;

    /// <summary>The same JSON, shorter and readable.</summary>
    internal static byte[] Restore(byte[] json)
    {
        // Most lines have no escape at all.
        var length = json.AsSpan().IndexOf((byte)'\\') is var first and >= 0 ? first : json.Length;
        for (var at = length; at < json.Length;)
        {
            if (TryReadPair(json.AsSpan(at), out var scalar))
            {
                at += PairLength;
                json[length++] = (byte)(0xF0 | (scalar >> 18));
                json[length++] = (byte)(0x80 | ((scalar >> 12) & 0x3F));
                json[length++] = (byte)(0x80 | ((scalar >> 6) & 0x3F));
                json[length++] = (byte)(0x80 | (scalar & 0x3F));
                continue;
            }

            if (json[at] == '\\')
            {
                // What a backslash escapes goes with it, so that a second backslash is never taken for the start of an escape.
                json[length++] = json[at++];
            }

            json[length++] = json[at++];
        }

        Array.Resize(ref json, length);
        return json;
    }

    private static bool TryReadPair(ReadOnlySpan<byte> json, out int scalar)
    {
        scalar = 0;
        if (!TryReadEscape(json, out var high) || !char.IsHighSurrogate(high) || !TryReadEscape(json[(PairLength / 2)..], out var low))
        {
            return false;
        }

        scalar = char.ConvertToUtf32(high, low);
        return true;
    }

    private static bool TryReadEscape(ReadOnlySpan<byte> json, out char value)
    {
        value = '\0';
        if (json.Length < PairLength / 2 || !json.StartsWith("\\u"u8) || !Utf8Parser.TryParse(json.Slice(2, 4), out int number, out _, 'x'))
        {
            return false;
        }

        value = (char)number;
        return true;
    }
}
