using System.Text;

namespace SiliconFlow.TryIt.StandIns;

/// <summary>Reads the records of a CSV text: cells in quotes may hold delimiters, line breaks, and quotes written twice.</summary>
/// <param name="text">The text.</param>
/// <param name="delimiter">What parts the cells.</param>
internal sealed class CsvReader(TextReader text, char delimiter)
{
    /// <summary>The next record; null at the end. Blank lines are none.</summary>
    /// <exception cref="FormatException">The text ends within quotes.</exception>
    public List<string>? Read()
    {
        while (text.Peek() is '\r' or '\n')
        {
            text.Read();
        }

        if (text.Peek() < 0)
        {
            return null;
        }

        var cells = new List<string>();
        do
        {
            cells.Add(ReadCell());
        }
        while (Skip(delimiter));

        Skip('\r');
        Skip('\n');
        return cells;
    }

    private string ReadCell()
    {
        var cell = new StringBuilder();
        while (text.Peek() is var next and >= 0 && next != delimiter && next is not ('\r' or '\n'))
        {
            // A quote opens a quoted cell only at its start; elsewhere it is a character like any other.
            if (next == '"' && cell.Length == 0)
            {
                text.Read();
                ReadQuoted(cell);
            }
            else
            {
                cell.Append((char)text.Read());
            }
        }

        return cell.ToString();
    }

    private void ReadQuoted(StringBuilder cell)
    {
        for (var c = text.Read(); c >= 0; c = text.Read())
        {
            if (c != '"')
            {
                cell.Append((char)c);
            }
            else if (Skip('"'))
            {
                cell.Append('"');
            }
            else
            {
                return;
            }
        }

        throw new FormatException("The file ends within a cell in quotes.");
    }

    private bool Skip(char expected)
    {
        if (text.Peek() != expected)
        {
            return false;
        }

        text.Read();
        return true;
    }
}
