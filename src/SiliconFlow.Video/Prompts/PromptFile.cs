using System.Text;

namespace SiliconFlow.Video.Prompts;

/// <summary>What a file of prompts holds, checked.</summary>
/// <param name="Rows">The rows, in their order, each with what is wrong with it.</param>
/// <param name="Encoding">The encoding that the file was read in.</param>
/// <param name="Unknown">Columns that are not known.</param>
internal sealed record PromptFile(IReadOnlyList<(SFVideoRequest Row, IReadOnlyList<SFVideoInvalidRequestException> Faults)> Rows, Encoding Encoding, IReadOnlyList<string> Unknown)
{
    /// <summary>A guard against mistakes (a video, a disk image): the file is held in memory, so that what was checked is what goes on.</summary>
    internal const int MaxLength = 256 * 1024 * 1024;

    /// <summary>Reads and checks a whole file.</summary>
    /// <param name="source">The file.</param>
    /// <param name="encoding">The encoding that the user told.</param>
    /// <param name="delimiter">The delimiter that the user told.</param>
    /// <param name="firstRow">The number of its first row.</param>
    /// <param name="resolveImage">Turns a path of the file into a full path.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="SFVideoPromptFileException">The file cannot be read as a whole.</exception>
    internal static PromptFile Read(PromptSource source, Encoding? encoding, char? delimiter, int firstRow, Func<string, string> resolveImage, CancellationToken cancellationToken)
    {
        var (text, read) = PromptDecoder.Decode(ReadBytes(source), encoding, source);
        var table = Path.GetExtension(source.Path).ToUpperInvariant() switch
        {
            ".JSON" => JsonReading.ReadDocument(text, source, cancellationToken),
            ".JSONL" or ".NDJSON" => JsonReading.ReadLines(text, cancellationToken),
            _ => DelimitedReader.Read(text, source, delimiter, cancellationToken),
        };

        if (!table.Has(PromptField.Prompt) && !table.Has(PromptField.Image) && table.Headers.Count > 0)
        {
            throw source.FileFault(NoPrompt(table), text.LineOf(text.Start), 1);
        }

        var check = new PromptCheck(text, source, table.Has(PromptField.Prompt) || table.Headers.Count == 0, new PromptImages(resolveImage));
        var rows = new List<(SFVideoRequest, IReadOnlyList<SFVideoInvalidRequestException>)>(table.Rows.Count);
        foreach (var row in table.Rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var faults = new List<SFVideoInvalidRequestException>();
            rows.Add((check.Check(row, firstRow + rows.Count, faults), faults));
        }

        return new PromptFile(rows, read, table.Unknown);
    }

    private static LocalText NoPrompt(PromptTable table)
    {
        var headers = string.Join(", ", table.Headers.Select(header => $"'{header}'"));
        return table.Headers.Any(header => header.IndexOfAny(['，', '；']) >= 0) ? Messages.NoPromptColumnButFullWidth(headers) : Messages.NoPromptColumn(headers);
    }

    /// <summary>Reads also what another program has open: Excel holds the file that it shows.</summary>
    private static byte[] ReadBytes(PromptSource source)
    {
        if (Directory.Exists(source.Path))
        {
            throw source.FileFault(Messages.FileIsFolder);
        }

        try
        {
            using var file = new FileStream(source.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var content = new MemoryStream((int)Math.Min(file.Length, MaxLength));
            var block = new byte[81920];
            for (int read; (read = file.Read(block, 0, block.Length)) > 0; content.Write(block, 0, read))
            {
                if (content.Length + read > MaxLength)
                {
                    throw source.FileFault(Messages.FileTooLarge(MaxLength / (1024 * 1024)));
                }
            }

            return content.Length == content.Capacity ? content.GetBuffer() : content.ToArray();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw source.Unreadable(e);
        }
    }
}
