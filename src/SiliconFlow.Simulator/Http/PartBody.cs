namespace SiliconFlow.Simulator;

/// <summary>A piece of another body.</summary>
internal sealed class PartBody(AnswerBody whole, long start, long length) : AnswerBody
{
    /// <inheritdoc/>
    public override long Length => length;

    /// <inheritdoc/>
    public override int Read(long offset, Span<byte> destination) =>
        whole.Read(start + offset, destination[..(int)Math.Min(destination.Length, length - offset)]);
}
