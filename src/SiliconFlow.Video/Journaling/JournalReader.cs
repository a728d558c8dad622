namespace SiliconFlow.Video.Journaling;

/// <summary>Reads journals.</summary>
internal static class JournalReader
{
    /// <summary>What a journal's bytes tell.</summary>
    /// <param name="content">The content of the file.</param>
    /// <param name="path">Its path, for messages.</param>
    /// <exception cref="SFVideoJournalException">A line is damaged, other than by a crash that cut the last one short.</exception>
    internal static JournalContent Parse(byte[] content, string path)
    {
        var state = new JournalState();
        var good = 0;
        for (var number = 1; good < content.Length; number++)
        {
            var rest = content.AsSpan(good);
            var end = rest.IndexOf((byte)'\n');
            var line = Trim(end < 0 ? rest : rest[..end], first: good == 0);
            try
            {
                if (line.Length > 0)
                {
                    state.Apply(JournalJson.Read(line));
                }
            }
            catch (RecordFormatException) when (end < 0 && IsTorn(line))
            {
                // A write that a crash cut short: nothing was done yet on the strength of it.
                return new JournalContent(state, good, rest.Length, NeedsLineEnd: false);
            }
            catch (RecordFormatException e)
            {
                throw new SFVideoJournalException(ErrorIds.JournalUnreadable, Messages.JournalLineUnreadable(number, path, e.Text), e);
            }

            if (end < 0)
            {
                return new JournalContent(state, content.Length, 0, NeedsLineEnd: true);
            }

            good += end + 1;
        }

        return new JournalContent(state, good, 0, NeedsLineEnd: false);
    }

    /// <summary>Reads a journal without taking hold of it: a batch may be at work on it.</summary>
    /// <exception cref="SFVideoJournalException">It is not there, cannot be read, or is damaged.</exception>
    internal static JournalContent Read(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var content = new MemoryStream();
            file.CopyTo(content);
            return Parse(content.ToArray(), path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SFVideoJournalException(ErrorIds.JournalUnreadable, Messages.JournalUnreadable(path, e.Message), e);
        }
    }

    /// <summary>
    /// Whether a crash can have left this: the start of a record, where the disk may have filled up with zeros. A whole record that cannot be used,
    /// or the text of a file that is no journal at all, must not be cut off.
    /// </summary>
    private static bool IsTorn(ReadOnlySpan<byte> line)
    {
        var start = JournalJson.RecordStart;
        var written = line;
        while (written.Length > 0 && written[^1] == 0)
        {
            written = written[..^1];
        }

        var shown = Math.Min(written.Length, start.Length);
        return written[..shown].SequenceEqual(start[..shown]) && JournalJson.VersionOf(line) is null;
    }

    /// <summary>Editors add byte order marks and carriage returns.</summary>
    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> line, bool first)
    {
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        line = first && line.StartsWith(mark) ? line[mark.Length..] : line;
        while (line.Length > 0 && line[^1] is (byte)'\r' or (byte)' ' or (byte)'\t')
        {
            line = line[..^1];
        }

        return line;
    }
}
