using System.Text.Json;

namespace SiliconFlow.Video.Prompts;

/// <summary>Reads rows that are JSON objects, each value with its place.</summary>
internal static class JsonReading
{
    /// <summary>Reads a file that is one array of objects, or one object.</summary>
    /// <exception cref="SFVideoPromptFileException">It is neither, or no JSON.</exception>
    internal static PromptTable ReadDocument(PromptText text, PromptSource source, CancellationToken cancellationToken)
    {
        var table = new PromptTable();
        var reader = new Utf8JsonReader(text.Utf8.AsSpan(text.Start));
        try
        {
            reader.Read();
            if (reader.TokenType == JsonTokenType.StartArray)
            {
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    table.Rows.Add(ReadRow(ref reader, text.Start, table));
                }
            }
            else if (reader.TokenType == JsonTokenType.StartObject)
            {
                table.Rows.Add(ReadRow(ref reader, text.Start, table));
            }
            else
            {
                var (line, column) = text.PlaceOf(text.Start + (int)reader.TokenStartIndex);
                throw source.FileFault(Messages.ObjectsNeeded, line, column);
            }

            // Behind the end there is nothing but blanks.
            reader.Read();
            return table;
        }
        catch (JsonException e)
        {
            var (line, column) = text.PlaceOf(OffsetOf(e, text.Utf8, text.Start));
            throw source.FileFault(Messages.JsonInvalid(Brief(e)), line, column, e);
        }
    }

    /// <summary>Reads a file that has one object on each line.</summary>
    internal static PromptTable ReadLines(PromptText text, CancellationToken cancellationToken)
    {
        var table = new PromptTable();
        for (var i = 0; i < text.LineCount; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (offset, length) = text.LineAt(i);
            if (!IsBlank(text.Utf8.AsSpan(offset, length)))
            {
                table.Rows.Add(ReadLine(text.Utf8.AsSpan(offset, length), offset, table));
            }
        }

        return table;
    }

    private static PromptRow ReadLine(ReadOnlySpan<byte> line, int offset, PromptTable table)
    {
        var reader = new Utf8JsonReader(line);
        try
        {
            reader.Read();
            var row = ReadRow(ref reader, offset, table);
            reader.Read();
            return row;
        }
        catch (JsonException e)
        {
            var row = new PromptRow(offset);
            row.Faults.Add((Messages.JsonInvalid(Brief(e)), offset + (int)(e.BytePositionInLine ?? 0), null));
            return row;
        }
    }

    /// <summary>Reads the value at hand, which ought to be an object.</summary>
    private static PromptRow ReadRow(ref Utf8JsonReader reader, int start, PromptTable table)
    {
        var row = new PromptRow(start + (int)reader.TokenStartIndex);
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            row.Faults.Add((Messages.RowNotObject, row.Offset, null));
            reader.Skip();
            return row;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            ReadProperty(ref reader, start, table, row);
        }

        return row;
    }

    private static void ReadProperty(ref Utf8JsonReader reader, int start, PromptTable table, PromptRow row)
    {
        var nameOffset = start + (int)reader.TokenStartIndex;
        var name = Text(ref reader);
        var field = name is null ? null : table.Add(name);
        reader.Read();
        var offset = start + (int)reader.TokenStartIndex;
        if (name is null)
        {
            row.Faults.Add((Messages.PropertyNameNotText, nameOffset, null));
        }
        else if (field is { } known)
        {
            if (row[known] is { } other)
            {
                row.Faults.Add((Messages.PropertiesAlike(other.Header, name), nameOffset, name));
            }

            ReadValue(ref reader, known, name, offset, row);
        }

        reader.Skip();
    }

    private static void ReadValue(ref Utf8JsonReader reader, PromptField field, string name, int offset, PromptRow row)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                break;
            case JsonTokenType.String when Text(ref reader) is { } text:
                row[field] = new PromptCell(text, offset, name);
                break;
            case JsonTokenType.String:
                row.Faults.Add((Messages.ValueHalfCharacter, offset, name));
                break;
            case JsonTokenType.Number:
                row[field] = new PromptCell(Digits(ref reader), offset, name, IsNumber: true);
                break;
            default:
                row.Faults.Add((Messages.ValueNotText, offset, name));
                break;
        }
    }

    private static string Digits(ref Utf8JsonReader reader) => System.Text.Encoding.ASCII.GetString(reader.ValueSpan.ToArray());

    /// <summary>The text at hand; null where its escapes are no text.</summary>
    private static string? Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static bool IsBlank(ReadOnlySpan<byte> line)
    {
        foreach (var b in line)
        {
            if (b is not ((byte)' ' or (byte)'\t'))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>JSON counts lines by their LF alone.</summary>
    private static int OffsetOf(JsonException error, byte[] utf8, int start)
    {
        for (var line = error.LineNumber ?? 0; line > 0; line--)
        {
            start = Array.IndexOf(utf8, (byte)'\n', start) + 1;
        }

        return Math.Min(start + (int)(error.BytePositionInLine ?? 0), utf8.Length);
    }

    /// <summary>What is wrong, without the place, which is told in the file's own lines.</summary>
    private static string Brief(JsonException error) =>
        error.Message.IndexOf(" LineNumber:", StringComparison.Ordinal) is var end and > 0 ? error.Message[..end] : error.Message;
}
