namespace SiliconFlow.Video.Saving;

/// <summary>Counts the bytes of all downloads of one command. Any thread may count and look.</summary>
internal sealed class TransferMeter
{
    private long _received;
    private long _expected;

    /// <summary>How many bytes have come, those included that had to be thrown away.</summary>
    internal long Received => Interlocked.Read(ref _received);

    /// <summary>How many bytes have come and are known to be still to come.</summary>
    internal long Expected => Interlocked.Read(ref _expected);

    /// <summary>Counts bytes that have come.</summary>
    internal void Receive(long bytes) => Interlocked.Add(ref _received, bytes);

    /// <summary>Counts bytes that are to come; negative for those that will not come after all.</summary>
    internal void Expect(long bytes) => Interlocked.Add(ref _expected, bytes);
}
