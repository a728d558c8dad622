namespace SiliconFlow.Video.Prompts;

/// <summary>Looks whether a cell's quotes stand where they may.</summary>
internal static class QuotedCell
{
    /// <summary>How a cell's quotes are.</summary>
    internal enum Form
    {
        Right,
        TextAfterQuote,
        Unclosed,
    }

    /// <summary>Looks at a cell as it is written.</summary>
    /// <param name="raw">The cell with its quotes and the blanks around them.</param>
    /// <param name="place">Where in it the fault is: the opening quote that is not closed, or what comes behind the closing one.</param>
    internal static Form Check(ReadOnlySpan<byte> raw, out int place)
    {
        place = SkipBlanks(raw, 0);
        if (place == raw.Length || raw[place] != '"')
        {
            return Form.Right;
        }

        for (var i = place + 1; i < raw.Length; i++)
        {
            if (raw[i] != '"')
            {
                continue;
            }

            if (i + 1 < raw.Length && raw[i + 1] == '"')
            {
                i++;
                continue;
            }

            place = SkipBlanks(raw, i + 1);
            return place == raw.Length ? Form.Right : Form.TextAfterQuote;
        }

        return Form.Unclosed;
    }

    private static int SkipBlanks(ReadOnlySpan<byte> raw, int from)
    {
        while (from < raw.Length && raw[from] is (byte)' ' or (byte)'\t')
        {
            from++;
        }

        return from;
    }
}
