using System.Text;

namespace SiliconFlow.Video.Prompts;

/// <summary>Finds out the encoding of a file and reads it as that, or not at all: a prompt that was read wrongly is paid for all the same.</summary>
internal static class PromptDecoder
{
    private static readonly (byte[] Mark, Encoding Encoding)[] Marks =
    [
        ([0xEF, 0xBB, 0xBF], Encoding.UTF8),
        ([0xFF, 0xFE, 0, 0], Encoding.UTF32),
        ([0, 0, 0xFE, 0xFF], new UTF32Encoding(bigEndian: true, byteOrderMark: true)),
        ([0xFF, 0xFE], Encoding.Unicode),
        ([0xFE, 0xFF], Encoding.BigEndianUnicode),
    ];

    /// <summary>Reads the bytes of a file.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="told">The encoding that the user told; a byte order mark goes before it.</param>
    /// <param name="source">The file.</param>
    /// <returns>The text, and the encoding that it was read in.</returns>
    /// <exception cref="SFVideoPromptFileException">It is not all text of one encoding, or which one it is cannot be told safely.</exception>
    internal static (PromptText Text, Encoding Encoding) Decode(byte[] content, Encoding? told, PromptSource source)
    {
        if (StartsWith(content, "PK\u0003\u0004"u8.ToArray()) || StartsWith(content, [0xD0, 0xCF, 0x11, 0xE0]))
        {
            throw source.FileFault(Messages.FileIsWorkbook);
        }

        var (mark, encoding) = Marks.FirstOrDefault(known => StartsWith(content, known.Mark));
        encoding ??= told ?? EncodingGuess.Of(content, source);
        var text = Read(content, mark?.Length ?? 0, encoding, source);
        if (Array.IndexOf(text.Utf8, (byte)0, text.Start) is var nul and >= 0)
        {
            var (line, column) = text.PlaceOf(nul);
            throw source.FileFault(Messages.FileHasNul(encoding.WebName), line, column);
        }

        return (text, encoding);
    }

    private static PromptText Read(byte[] content, int start, Encoding encoding, PromptSource source)
    {
        var strict = PromptEncodings.Strict(encoding);
        try
        {
            byte[] utf8;
            if (encoding.CodePage == Encoding.UTF8.CodePage)
            {
                _ = strict.GetCharCount(content, start, content.Length - start);
                utf8 = content;
            }
            else
            {
                utf8 = Encoding.UTF8.GetBytes(strict.GetString(content, start, content.Length - start));
                start = 0;
            }

            return new PromptText(utf8, SkipMarks(utf8, start));
        }
        catch (DecoderFallbackException e)
        {
            throw Undecodable(content, start, encoding, source, e);
        }
    }

    /// <summary>The exception's own index is another one on .NET Framework, so the place is where a lenient reading has its first replacement.</summary>
    private static SFVideoPromptFileException Undecodable(byte[] content, int start, Encoding encoding, PromptSource source, DecoderFallbackException cause)
    {
        var text = PromptEncodings.Lenient(encoding).GetString(content, start, content.Length - start);
        var before = new PromptText(Encoding.UTF8.GetBytes(text[..Math.Max(0, text.IndexOf('\uFFFD'))]), 0);
        var (line, column) = before.PlaceOf(before.Utf8.Length);
        var bytes = string.Join(" ", (cause.BytesUnknown ?? []).Select(b => $"{b:X2}"));
        return source.FileFault(Messages.BytesAreNoCharacter(bytes, encoding.WebName), line, column, cause);
    }

    /// <summary>Programs that each put a mark before a text leave two.</summary>
    private static int SkipMarks(byte[] utf8, int start)
    {
        while (utf8.AsSpan(start).StartsWith(Marks[0].Mark))
        {
            start += Marks[0].Mark.Length;
        }

        return start;
    }

    private static bool StartsWith(byte[] content, byte[] mark) => content.AsSpan().StartsWith(mark);
}
