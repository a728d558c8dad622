namespace SiliconFlow.Video.Saving;

/// <summary>Keeps downloads that run at once from starting what the disk has no room for.</summary>
/// <param name="free">How many bytes are free where a folder lies; null where nobody can tell.</param>
internal sealed class DiskSpace(Func<string, long?> free)
{
    private readonly object _gate = new();
    private long _promised;

    /// <summary>Promises room to a download that is about to write.</summary>
    /// <param name="folder">Where it writes.</param>
    /// <param name="bytes">How much.</param>
    /// <exception cref="SFVideoDownloadException">There is too little, with what was promised to others.</exception>
    internal void Promise(string folder, long bytes)
    {
        lock (_gate)
        {
            if (free(folder) is { } there && there - _promised < bytes)
            {
                throw new SFVideoDownloadException(
                    ErrorIds.DownloadFailed,
                    _promised == 0 ? Messages.DiskTooFull(folder, bytes, there) : Messages.DiskTooFullForAll(folder, bytes, there, _promised));
            }

            _promised += bytes;
        }
    }

    /// <summary>Takes back what was promised, as it is written or no longer needed.</summary>
    internal void Release(long bytes)
    {
        lock (_gate)
        {
            _promised -= bytes;
        }
    }

    /// <summary>The free bytes of the volume that a folder lies on, as far as this user may fill them; null where the system does not tell.</summary>
    internal static long? FreeAt(string folder)
    {
        try
        {
            var windows = Path.DirectorySeparatorChar == '\\';
            if (windows && HasReparsePoint(folder))
            {
                // It may lie on another volume than its path's drive.
                return null;
            }

            var drive = new DriveInfo(windows ? Path.GetPathRoot(folder)! : folder);

            // File systems that know no sizes say zero.
            return drive.TotalSize > 0 ? drive.AvailableFreeSpace : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // Network shares have no drive letter. The disk itself says when it is full.
            return null;
        }
    }

    private static bool HasReparsePoint(string folder)
    {
        for (var part = new DirectoryInfo(folder); part.Parent is not null; part = part.Parent)
        {
            if ((part.Attributes & FileAttributes.ReparsePoint) != 0)
            {
                return true;
            }
        }

        return false;
    }
}
