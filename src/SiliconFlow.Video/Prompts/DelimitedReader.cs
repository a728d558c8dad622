using CsvHelper;

namespace SiliconFlow.Video.Prompts;

/// <summary>Reads the rows of a delimited file (csv, tsv), each cell with its place.</summary>
internal sealed class DelimitedReader : IDisposable
{
    private readonly PromptText _text;
    private readonly PromptSource _source;
    private readonly DelimitedHead _head;
    private readonly CsvReader _reader;
    private readonly PromptTable _table = new();
    private bool _isMalformed;

    private DelimitedReader(PromptText text, PromptSource source, DelimitedHead head)
    {
        _text = text;
        _source = source;
        _head = head;
        var options = DelimitedHead.Options(head.Delimiter, _ => _isMalformed = true);
        _reader = CsvReader.Create(new ReadOnlyMemory<byte>(text.Utf8, head.Start, text.Utf8.Length - head.Start), options);
    }

    /// <summary>Reads a whole file.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="source">The file.</param>
    /// <param name="delimiter">The delimiter that the user told.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="SFVideoPromptFileException">A quote is not closed, or the header does not do.</exception>
    internal static PromptTable Read(PromptText text, PromptSource source, char? delimiter, CancellationToken cancellationToken)
    {
        var usual = Path.GetExtension(source.Path).Equals(".tsv", StringComparison.OrdinalIgnoreCase) ? '\t' : ',';
        using var reader = new DelimitedReader(text, source, DelimitedHead.Find(text, delimiter, usual));
        return reader.Read(cancellationToken);
    }

    public void Dispose() => _reader.Dispose();

    private PromptTable Read(CancellationToken cancellationToken)
    {
        var columns = ReadHeader();
        while (MoveNext())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (ReadRow(columns) is { } row)
            {
                _table.Rows.Add(row);
            }
        }

        return _table;
    }

    /// <summary>The first row that is not blank.</summary>
    private (string Header, PromptField? Field)[] ReadHeader()
    {
        do
        {
            if (!MoveNext())
            {
                throw _source.FileFault(Messages.FileIsEmpty);
            }
        }
        while (IsBlank());

        var columns = new (string Header, PromptField? Field)[_reader.FieldCount];
        var offset = RecordOffset;
        for (var i = 0; i < columns.Length; i++)
        {
            var raw = _reader.GetRawSpan(i);
            if (_isMalformed)
            {
                CheckQuotes(raw, offset, header: null, row: null);
            }

            var header = _reader.GetString(i);
            var field = _table.Add(header);
            if (field is not null && Array.Find(columns, column => column.Field == field).Header is { } other)
            {
                var (line, place) = _text.PlaceOf(offset);
                throw _source.FileFault(Messages.ColumnsAlike(PromptColumns.Clean(other), PromptColumns.Clean(header)), line, place);
            }

            columns[i] = (PromptColumns.Clean(header), field);
            offset += raw.Length + 1;
        }

        return columns;
    }

    /// <summary>A row with all its cells; null where all are blank.</summary>
    private PromptRow? ReadRow((string Header, PromptField? Field)[] columns)
    {
        if (IsBlank())
        {
            return null;
        }

        var row = new PromptRow(RecordOffset);
        var offset = row.Offset;
        for (var i = 0; i < _reader.FieldCount; i++)
        {
            var raw = _reader.GetRawSpan(i);
            var (header, field) = i < columns.Length ? columns[i] : ("", null);
            if (_isMalformed)
            {
                CheckQuotes(raw, offset, header, row);
            }

            if (field is { } known)
            {
                row[known] = new PromptCell(_reader.GetString(i), offset + LeadingBlanks(raw), header);
            }
            else if (header.Length == 0 && !string.IsNullOrWhiteSpace(_reader.GetString(i)))
            {
                row.Faults.Add(i < columns.Length
                    ? (Messages.CellWithoutHeader, offset, null)
                    : (Messages.CellsTooMany(columns.Length, Show(_head.Delimiter)), offset, null));
                break;
            }

            offset += raw.Length + 1;
        }

        if (_reader.FieldCount < columns.Length)
        {
            row.Faults.Add((Messages.CellsTooFew(_reader.FieldCount, columns.Length), offset - 1, null));
        }

        return row;
    }

    private bool MoveNext()
    {
        _isMalformed = false;
        return _reader.Read();
    }

    private int RecordOffset => _head.Start + (int)_reader.ByteOffset;

    private bool IsBlank()
    {
        for (var i = 0; i < _reader.FieldCount; i++)
        {
            if (!string.IsNullOrWhiteSpace(_reader.GetString(i)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Asked only for records that the reader finds something about: it tells the first fault alone, and bears quotes within text, which are no fault.</summary>
    private void CheckQuotes(ReadOnlySpan<byte> raw, int offset, string? header, PromptRow? row)
    {
        switch (QuotedCell.Check(raw, out var place))
        {
            case QuotedCell.Form.Unclosed:
                var (line, column) = _text.PlaceOf(offset + place);
                throw _source.FileFault(Messages.QuoteUnclosed, line, column);
            case QuotedCell.Form.TextAfterQuote when row is null:
                (line, column) = _text.PlaceOf(offset + place);
                throw _source.FileFault(Messages.TextAfterQuote, line, column);
            case QuotedCell.Form.TextAfterQuote:
                row.Faults.Add((Messages.TextAfterQuote, offset + place, header));
                break;
        }
    }

    private static int LeadingBlanks(ReadOnlySpan<byte> raw)
    {
        var blanks = 0;
        while (blanks < raw.Length && raw[blanks] is (byte)' ' or (byte)'\t')
        {
            blanks++;
        }

        return blanks;
    }

    private static string Show(char delimiter) => delimiter == '\t' ? "tab" : delimiter.ToString();
}
