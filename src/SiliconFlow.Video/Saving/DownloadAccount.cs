namespace SiliconFlow.Video.Saving;

/// <summary>What one download is still to receive, as the meter and the disk's room are told.</summary>
internal sealed class DownloadAccount(TransferMeter meter, DiskSpace space, string folder)
{
    private long _owed;

    /// <summary>States what is still to come, in place of what was stated before.</summary>
    /// <exception cref="SFVideoDownloadException">The disk has no room for it.</exception>
    internal void Expect(long bytes)
    {
        space.Release(_owed);
        meter.Expect(-_owed);
        _owed = 0;
        if (bytes > 0)
        {
            space.Promise(folder, bytes);
            meter.Expect(bytes);
            _owed = bytes;
        }
    }

    /// <summary>Counts what has come; it may be more than was stated, or nothing was.</summary>
    internal void Receive(int bytes)
    {
        var owed = Math.Min(bytes, _owed);
        space.Release(owed);
        _owed -= owed;
        meter.Expect(bytes - owed);
        meter.Receive(bytes);
    }
}
