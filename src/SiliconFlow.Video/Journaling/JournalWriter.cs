using System.Threading.Channels;

namespace SiliconFlow.Video.Journaling;

/// <summary>Appends lines and tells when they are on the disk itself. Lines that come while the disk is busy share the next flush.</summary>
internal sealed class JournalWriter : IDisposable
{
    private readonly FileStream _file;
    private readonly string _path;
    private readonly Channel<(byte[] Line, TaskCompletionSource<bool> Done)> _lines =
        Channel.CreateUnbounded<(byte[] Line, TaskCompletionSource<bool> Done)>(new UnboundedChannelOptions { SingleReader = true });

    private readonly Task _work;
    private long _length;
    private long _flushes;
    private Exception? _torn;

    /// <param name="file">The journal, at its end. The writer closes it.</param>
    /// <param name="path">The full path, for messages.</param>
    /// <param name="length">The length of the file.</param>
    internal JournalWriter(FileStream file, string path, long length)
    {
        _file = file;
        _path = path;
        _length = length;
        _work = Task.Run(WriteAsync);
    }

    /// <summary>How often the disk was made to take what was written.</summary>
    internal long Flushes => Interlocked.Read(ref _flushes);

    /// <summary>Opens a journal that the caller has locked.</summary>
    /// <param name="path">The full path.</param>
    /// <param name="content">What was read of it: a last line that was cut short is cut off, so that the next one stands by itself.</param>
    /// <exception cref="SFVideoJournalException">The disk does not take it.</exception>
    internal static JournalWriter Open(string path, JournalContent? content)
    {
        FileStream? file = null;
        try
        {
            file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1);
            file.SetLength(content?.GoodLength ?? 0);
            file.Seek(0, SeekOrigin.End);
            if (content is { NeedsLineEnd: true })
            {
                file.WriteByte((byte)'\n');
            }

            return new JournalWriter(file, path, file.Length);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            file?.Dispose();
            throw Failed(path, e);
        }
    }

    /// <summary>Appends a line. Ends when it is on the disk.</summary>
    /// <exception cref="SFVideoJournalException">The disk did not take it; the journal is as it was before the line.</exception>
    internal Task AppendAsync(byte[] line)
    {
        var done = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!_lines.Writer.TryWrite((line, done)))
        {
            done.SetException(Failed(_path, new ObjectDisposedException(_path)));
        }

        return done.Task;
    }

    /// <summary>Writes what is waiting, and closes the file.</summary>
    public void Dispose()
    {
        _lines.Writer.TryComplete();

        // The last lines are a few milliseconds from the disk, and the lock must not be let go before them.
        _work.GetAwaiter().GetResult();
        _file.Dispose();
    }

    private static SFVideoJournalException Failed(string path, Exception cause) =>
        new(ErrorIds.JournalWriteFailed, Messages.JournalUnwritable(path, cause.Message), cause);

    private async Task WriteAsync()
    {
        var waiting = new List<(byte[] Line, TaskCompletionSource<bool> Done)>();
        while (await _lines.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            while (_lines.Reader.TryRead(out var next))
            {
                waiting.Add(next);
            }

            Write(waiting);
            waiting.Clear();
        }
    }

    private void Write(List<(byte[] Line, TaskCompletionSource<bool> Done)> lines)
    {
        try
        {
            if (_torn is not null)
            {
                // Nothing more is written after a line that could not be taken back: the next reader cuts it off.
                throw _torn;
            }

            var all = new byte[lines.Sum(line => line.Line.Length)];
            var at = 0;
            foreach (var (line, _) in lines)
            {
                line.CopyTo(all, at);
                at += line.Length;
            }

            _file.Write(all, 0, all.Length);
            _file.Flush(flushToDisk: true);
            Interlocked.Increment(ref _flushes);
            _length += all.Length;
        }
        catch (Exception e)
        {
            // Whatever it is: limits on the length of files, for one, are told by an ArgumentException, and a line without an answer would hold its row for ever.
            TakeBack();
            lines.ForEach(line => line.Done.SetException(Failed(_path, e)));
            return;
        }

        lines.ForEach(line => line.Done.SetResult(true));
    }

    /// <summary>What a full disk took of the lines must not stand before the next one.</summary>
    private void TakeBack()
    {
        try
        {
            _file.SetLength(_length);
            _file.Seek(0, SeekOrigin.End);
        }
        catch (Exception e)
        {
            _torn = e;
        }
    }
}
