using System.Security.Cryptography;
using System.Text;

namespace SiliconFlow.Video.Saving;

/// <summary>A download on its way: a file beside its target, which takes the target's name only when it is whole. Removed when it is given up.</summary>
internal sealed class PartialFile : IDisposable
{
    private const int MaxNameBytes = 240;

    private readonly string _path;
    private readonly FileStream _file;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private bool _kept;

    private PartialFile(string path, FileStream file)
    {
        _path = path;
        _file = file;
    }

    /// <summary>How many bytes were written.</summary>
    internal long Length => _file.Length;

    /// <summary>Starts a new partial file, over whatever a crashed run left under its name.</summary>
    /// <param name="target">The full path of the finished file.</param>
    /// <param name="requestId">The job's id, which the partial file's name carries.</param>
    /// <exception cref="IOException">It cannot be made, or another process is at the same download.</exception>
    internal static PartialFile Create(string target, string requestId)
    {
        var ending = "." + SafeFileName.Make(requestId, 40) + ".partial";
        var stem = SafeFileName.Make(Path.GetFileName(target), MaxNameBytes - Encoding.UTF8.GetByteCount(ending));
        var path = Path.Combine(Path.GetDirectoryName(target)!, stem + ending);
        return new PartialFile(path, new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.Read, bufferSize: 1, useAsync: true));
    }

    /// <summary>Adds to the end.</summary>
    internal Task WriteAsync(byte[] buffer, int count, CancellationToken cancellationToken)
    {
        _hash.AppendData(buffer, 0, count);
        return _file.WriteAsync(buffer, 0, count, cancellationToken);
    }

    /// <summary>What is wrong with the content as a video; null where nothing is.</summary>
    internal string? FindFault() => VideoContainer.FindFault(_file);

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
        Move(target, replace);
        _kept = true;
    }

    /// <summary>Closes the file, and removes it unless it was finished.</summary>
    public void Dispose()
    {
        _hash.Dispose();
        _file.Dispose();
        if (!_kept)
        {
            File.Delete(_path);
        }
    }

    private void Move(string target, bool replace)
    {
#if NETFRAMEWORK
        if (replace && File.Exists(target))
        {
            File.Replace(_path, target, destinationBackupFileName: null);
            return;
        }

        File.Move(_path, target);
#else
        File.Move(_path, target, replace);
#endif
    }
}
