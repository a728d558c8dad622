using System.Text;
using CsvHelper;

namespace SiliconFlow.Video.Prompts;

/// <summary>The start of a delimited file: where its header is, and what parts its cells.</summary>
/// <param name="Start">Where the header begins, in bytes.</param>
/// <param name="Delimiter">What parts the cells.</param>
internal sealed record DelimitedHead(int Start, char Delimiter)
{
    private static readonly char[] Candidates = [',', ';', '\t'];

    /// <summary>Reads as far as the header. Lines that Excel ("sep=;") and Windows PowerShell ("#TYPE ...") write before it are passed over.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="told">The delimiter that the user told.</param>
    /// <param name="usual">The delimiter of files with this name, where the header does not tell.</param>
    internal static DelimitedHead Find(PromptText text, char? told, char usual)
    {
        var (offset, length) = text.LineAt(0);
        var first = Encoding.UTF8.GetString(text.Utf8, offset, Math.Min(length, 256));
        var isHint = first.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && first.Length == 5;
        var start = isHint || first.StartsWith("#TYPE ", StringComparison.Ordinal) ? NextLine(text) : text.Start;
        return new DelimitedHead(start, told ?? (isHint && first[4] < 0x80 && first[4] is not ('"' or ' ') ? first[4] : Detect(text, start, usual)));
    }

    /// <summary>The options that read the file from its header on.</summary>
    internal static CsvReaderOptions Options(char delimiter, Action<CsvMalformedRecord>? onMalformed = null) => new()
    {
        Separator = delimiter,
        HasHeader = false,
        // As Import-Csv does, so that both read the same prompt.
        TrimWhitespace = true,
        OnMalformedRecord = onMalformed,
    };

    /// <summary>The one delimiter that makes more known columns of the header than the others; the usual one where none does.</summary>
    private static char Detect(PromptText text, int start, char usual)
    {
        var counts = Candidates.Select(candidate => (Delimiter: candidate, Known: CountKnown(text, start, candidate))).OrderByDescending(count => count.Known).ToArray();
        return counts[0].Known > counts[1].Known ? counts[0].Delimiter : usual;
    }

    private static int CountKnown(PromptText text, int start, char delimiter)
    {
        using var reader = CsvReader.Create(new ReadOnlyMemory<byte>(text.Utf8, start, text.Utf8.Length - start), Options(delimiter));
        return reader.Read() ? Enumerable.Range(0, reader.FieldCount).Count(i => PromptColumns.Find(reader.GetString(i)) is not null) : 0;
    }

    private static int NextLine(PromptText text) => text.LineCount > 1 ? text.LineAt(1).Offset : text.Utf8.Length;
}
