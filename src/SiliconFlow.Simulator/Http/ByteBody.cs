namespace SiliconFlow.Simulator;

/// <summary>A body that is held in memory.</summary>
internal sealed class ByteBody(byte[] bytes) : AnswerBody
{
    public static ByteBody Empty { get; } = new([]);

    /// <inheritdoc/>
    public override long Length => bytes.Length;

    /// <inheritdoc/>
    public override int Read(long offset, Span<byte> destination) => Copy(bytes.AsSpan((int)offset), destination);
}
