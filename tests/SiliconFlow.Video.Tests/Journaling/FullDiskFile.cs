namespace SiliconFlow.Video.Tests.Journaling;

/// <summary>A file on a disk with little room: a write that does not fit leaves a part of itself, as on real disks.</summary>
internal sealed class FullDiskFile(string path) : FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite, bufferSize: 1)
{
    /// <summary>How long the file may be.</summary>
    public long Room { get; set; } = long.MaxValue;

    /// <summary>How the disk says that there is no more room.</summary>
    public Exception Complaint { get; init; } = new IOException("No space left on device");

    /// <summary>Whether the disk does not even give back what it took.</summary>
    public bool KeepsAll { get; set; }

    public override void Write(byte[] buffer, int offset, int count)
    {
        var fitting = (int)Math.Min(count, Room - Length);
        base.Write(buffer, offset, fitting);
        if (fitting < count)
        {
            throw Complaint;
        }
    }

    public override void SetLength(long value)
    {
        if (KeepsAll)
        {
            throw Complaint;
        }

        base.SetLength(value);
    }
}
