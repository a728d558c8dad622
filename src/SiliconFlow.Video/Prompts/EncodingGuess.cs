using System.Text;

namespace SiliconFlow.Video.Prompts;

/// <summary>Tells the encoding of a file that does not say it, where that is certain.</summary>
internal static class EncodingGuess
{
    /// <summary>UTF-8 where it is valid, UTF-16 where it can be nothing else, GB18030 where it reads as the Chinese that people write.</summary>
    /// <exception cref="SFVideoPromptFileException">It is none of them for certain.</exception>
    internal static Encoding Of(byte[] content, PromptSource source)
    {
        if (Array.IndexOf(content, (byte)0) >= 0)
        {
            return OfZeros(content, source);
        }

        try
        {
            _ = PromptEncodings.Strict(Encoding.UTF8).GetCharCount(content);
            return Encoding.UTF8;
        }
        catch (DecoderFallbackException)
        {
            return OfNonUtf8(content, source);
        }
    }

    /// <summary>Text in UTF-8 or GB18030 has no zero bytes, and each line end of text in UTF-16 has one.</summary>
    private static Encoding OfZeros(byte[] content, PromptSource source)
    {
        var (little, big) = (IsPlainText(content, Encoding.Unicode), IsPlainText(content, Encoding.BigEndianUnicode));
        return little == big
            ? throw source.FileFault(Messages.FileHasZeros(LineOf(content, Array.IndexOf(content, (byte)0))))
            : little ? Encoding.Unicode : Encoding.BigEndianUnicode;
    }

    /// <summary>Whether there are line ends or what parts cells, and no control characters. Read with its bytes swapped, UTF-16 has none of the former.</summary>
    private static bool IsPlainText(byte[] content, Encoding encoding)
    {
        try
        {
            var text = PromptEncodings.Strict(encoding).GetString(content);
            return text.IndexOfAny(['\n', '\r', ',', ';', '\t', '{']) >= 0 && !text.Any(c => char.IsControl(c) && c is not ('\r' or '\n' or '\t'));
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static Encoding OfNonUtf8(byte[] content, PromptSource source)
    {
        var chinese = PromptEncodings.Find(PromptEncodings.Gb18030);
        var lines = HighLines(content);
        if (lines.FirstOrDefault(line => LooksLikeUtf8(content, line)) is { Number: > 0 } utf8)
        {
            var other = lines.First(line => !LooksLikeUtf8(content, line));
            throw source.FileFault(Messages.EncodingsMixed(utf8.Number, other.Number), other.Number, 1);
        }

        return IsCommonChinese(content)
            ? chinese
            : throw source.FileFault(Messages.EncodingUncertain, lines[0].Number, 1);
    }

    /// <summary>The lines that hold more than ASCII. Neither UTF-8 nor GB18030 has the byte of a line end within a character.</summary>
    private static List<(int Number, int Start, int Length)> HighLines(byte[] content)
    {
        var lines = new List<(int Number, int Start, int Length)>();
        var number = 1;
        for (var start = 0; start < content.Length; number++)
        {
            var end = Array.IndexOf(content, (byte)'\n', start);
            end = end < 0 ? content.Length : end;
            if (Array.FindIndex(content, start, end - start, b => b >= 0x80) >= 0)
            {
                lines.Add((number, start, end - start));
            }

            start = end + 1;
        }

        return lines;
    }

    /// <summary>Whether a line is valid UTF-8 with characters of three bytes or more. A pair of bytes can be a character in both encodings; longer ones cannot, but by rare chance.</summary>
    private static bool LooksLikeUtf8(byte[] content, (int Number, int Start, int Length) line)
    {
        var text = Encoding.UTF8.GetString(content, line.Start, line.Length);
        return text.IndexOf('\uFFFD') < 0 && text.Any(c => c >= 0x800);
    }

    /// <summary>
    /// Whether nine of ten double bytes lie where GB2312 has its characters. Nearly all Chinese that is written does; an accented letter of Europe and the
    /// ASCII letter behind it, UTF-8 that was cut, Big5 and Shift-JIS are valid GB18030 often, too, but lie elsewhere.
    /// </summary>
    private static bool IsCommonChinese(byte[] content)
    {
        var (common, others) = (0, 0);
        for (var i = 0; i < content.Length; i++)
        {
            if (content[i] < 0x80)
            {
                continue;
            }

            var (lead, trail) = (content[i], i + 1 < content.Length ? content[i + 1] : (byte)0);
            if (trail is >= 0x30 and <= 0x39)
            {
                // Four bytes: characters that no other encoding has, such as emoji.
                i += 3;
                continue;
            }

            i++;
            if (trail >= 0xA1 && lead is (>= 0xA1 and <= 0xA9) or (>= 0xB0 and <= 0xF7))
            {
                common++;
            }
            else
            {
                others++;
            }
        }

        return common > 0 && others * 10 <= common;
    }

    private static int LineOf(byte[] content, int index) => content.Take(index).Count(b => b == '\n') + 1;
}
