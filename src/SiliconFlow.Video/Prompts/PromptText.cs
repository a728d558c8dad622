using System.Text;

namespace SiliconFlow.Video.Prompts;

/// <summary>A file's text in UTF-8, and the lines and columns of its bytes.</summary>
internal sealed class PromptText
{
    private readonly List<int> _lines;

    /// <summary>The place that was asked for last: places are asked for from the start to the end, and a line may be as long as the file.</summary>
    private (int Offset, int Column) _last = (-1, 0);

    /// <param name="utf8">Valid UTF-8.</param>
    /// <param name="start">Where the text begins, after byte order marks.</param>
    internal PromptText(byte[] utf8, int start)
    {
        Utf8 = utf8;
        Start = start;
        _lines = FindLines();
    }

    /// <summary>The bytes.</summary>
    internal byte[] Utf8 { get; }

    /// <summary>Where the text begins.</summary>
    internal int Start { get; }

    /// <summary>The number of lines.</summary>
    internal int LineCount => _lines.Count;

    /// <summary>The bytes of a line, from 0, without its end.</summary>
    internal (int Offset, int Length) LineAt(int index)
    {
        var end = index + 1 < _lines.Count ? _lines[index + 1] : Utf8.Length;
        while (end > _lines[index] && Utf8[end - 1] is (byte)'\r' or (byte)'\n')
        {
            end--;
        }

        return (_lines[index], end - _lines[index]);
    }

    /// <summary>The line of a byte, from 1.</summary>
    internal int LineOf(int offset)
    {
        var found = _lines.BinarySearch(offset);
        return found >= 0 ? found + 1 : ~found;
    }

    /// <summary>The line of a byte and the place in it, in characters, both from 1.</summary>
    internal (int Line, int Column) PlaceOf(int offset)
    {
        var line = LineOf(offset);
        var start = _lines[line - 1];
        var (from, column) = _last.Offset >= start && _last.Offset <= offset ? _last : (start, 1);
        column += Encoding.UTF8.GetCharCount(Utf8, from, offset - from);
        _last = (offset, column);
        return (line, column);
    }

    /// <summary>Lines end with LF, CR LF, or CR alone.</summary>
    private List<int> FindLines()
    {
        var lines = new List<int> { Start };
        for (var i = Start; i < Utf8.Length; i++)
        {
            if (Utf8[i] == '\n' || (Utf8[i] == '\r' && !(i + 1 < Utf8.Length && Utf8[i + 1] == '\n')))
            {
                lines.Add(i + 1);
            }
        }

        return lines;
    }
}
