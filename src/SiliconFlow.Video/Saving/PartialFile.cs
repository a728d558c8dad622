using System.Buffers;
using System.Security.Cryptography;
using SiliconFlow.Video.Service;

namespace SiliconFlow.Video.Saving;

/// <summary>
/// A download on its way: a file beside its target, which takes the target's name only when it is whole. One that is given up stays where another run can
/// go on from it, and is removed where not. Nobody else may open it meanwhile.
/// </summary>
internal sealed class PartialFile : IDisposable
{
    private readonly string _path;
    private readonly FileStream _file;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private Task _appending = Task.CompletedTask;
    private bool _ended;

    private PartialFile(string path, FileStream file, LinkVersion? version)
    {
        _path = path;
        _file = file;
        Version = version;
    }

    /// <summary>The version that it is the start of; null where none is known.</summary>
    internal LinkVersion? Version { get; }

    /// <summary>How many bytes there are.</summary>
    internal long Length { get; private set; }

    /// <summary>Starts a new one, over whatever lies at its place.</summary>
    /// <param name="target">The full path of the finished file.</param>
    /// <param name="requestId">The job's id.</param>
    /// <param name="version">The version to be written; null where none is known.</param>
    /// <exception cref="IOException">It cannot be made, or another process is at the same download.</exception>
    internal static PartialFile Create(string target, string requestId, LinkVersion? version)
    {
        var path = Path.Combine(Path.GetDirectoryName(target)!, PartialName.Make(target, requestId, version));
        return new PartialFile(path, Open(path, FileMode.Create, FileOptions.None), version);
    }

    /// <summary>Goes on from one that an earlier run left. Where that cannot be, it is removed; one that another process is at is left alone.</summary>
    /// <returns>The file, or null.</returns>
    internal static async Task<PartialFile?> ReopenAsync(string path, LinkVersion version, CancellationToken cancellationToken)
    {
        FileStream stream;
        try
        {
            stream = Open(path, FileMode.Open, FileOptions.None);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another process is at it, or has just finished it. What cannot be gone on from is begun anew.
            return null;
        }

        var file = new PartialFile(path, stream, version);
        try
        {
            // After a power cut, what was written shortly before may be holes. Before the system's start is before any power cut.
            if (stream.Length <= version.Length && File.GetLastWriteTimeUtc(path) > SystemStart)
            {
                await file.ReadAllAsync(cancellationToken).ConfigureAwait(false);
                return file;
            }
        }
        catch
        {
            file.Dispose();
            throw;
        }

        file.Discard();
        return null;
    }

    /// <summary>Removes one that an earlier run left, unless another process is at it.</summary>
    internal static void Remove(string path)
    {
        try
        {
            Open(path, FileMode.Open, FileOptions.DeleteOnClose).Dispose();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another process is at it, or it is gone.
        }
    }

    /// <summary>
    /// Adds to the end, on another thread: the network has no need to wait for the disk and the hash. Ends when the block before is written; the buffer is to
    /// be left alone until the next call of this or of <see cref="SettleAsync"/> has ended.
    /// </summary>
    /// <exception cref="IOException">The disk has not taken the block before.</exception>
    internal async Task WriteAsync(byte[] buffer, int count)
    {
        await _appending.ConfigureAwait(false);
        _appending = Task.Run(() => Append(buffer, count));
    }

    /// <summary>Ends when all is written.</summary>
    /// <exception cref="IOException">The disk has not taken the last block.</exception>
    internal Task SettleAsync() => _appending;

    /// <summary>What is wrong with the content as a video; null where nothing is.</summary>
    internal LocalText? FindFault() =>
        Version is { } version && version.Length != Length ? Messages.BytesCame(Length, version.Length) : VideoContainer.FindFault(_file);

    /// <summary>Brings the content to the disk itself. Nothing can be written afterwards.</summary>
    /// <returns>The SHA-256 of the content.</returns>
    /// <exception cref="IOException">The disk refuses.</exception>
    internal string Seal()
    {
        _file.Flush(flushToDisk: true);
        _file.Dispose();
        return ContentHash.Show(_hash.GetHashAndReset());
    }

    /// <summary>Gives the sealed file the target's name.</summary>
    /// <param name="target">The full path of the finished file.</param>
    /// <param name="replace">Whether a file that is there gives way.</param>
    /// <exception cref="IOException">The target is there and must not be replaced, or the disk refuses.</exception>
    internal void Finish(string target, bool replace)
    {
        FileMove.Into(_path, target, replace);
        _ended = true;
    }

    /// <summary>Removes the file.</summary>
    internal void Discard() => Close(keep: false);

    /// <summary>Closes the file, and removes it unless it was finished or another run can go on from it.</summary>
    public void Dispose() => Close(keep: Version is not null && Length > 0);

    private static DateTime SystemStart => DateTime.UtcNow - TimeSpan.FromMilliseconds(unchecked((uint)Environment.TickCount));

    private static FileStream Open(string path, FileMode mode, FileOptions options) =>
        new(path, mode, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, options);

    private void Append(byte[] buffer, int count)
    {
        _file.Write(buffer, 0, count);
        _hash.AppendData(buffer, 0, count);
        Length += count;
    }

    /// <summary>The hash is of the whole, so what is there is read again.</summary>
    private async Task ReadAllAsync(CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BlockCopy.BlockLength);
        try
        {
            for (int n; (n = await _file.ReadSomeAsync(buffer, 0, buffer.Length, cancellationToken).ConfigureAwait(false)) > 0;)
            {
                _hash.AppendData(buffer, 0, n);
                Length += n;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void Close(bool keep)
    {
        _hash.Dispose();
        _file.Dispose();
        if (!_ended && !keep && File.Exists(_path))
        {
            File.Delete(_path);
        }

        _ended = true;
    }
}
