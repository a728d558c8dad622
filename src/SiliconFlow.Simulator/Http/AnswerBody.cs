namespace SiliconFlow.Simulator;

/// <summary>The bytes of an answer, readable from any place.</summary>
internal abstract class AnswerBody
{
    /// <summary>How many bytes there are.</summary>
    public abstract long Length { get; }

    /// <summary>Copies bytes from an offset below <see cref="Length"/>; returns how many, at least one.</summary>
    public abstract int Read(long offset, Span<byte> destination);

    /// <summary>Fills the destination with the bytes at an offset; there are enough of them.</summary>
    public void Fill(long offset, Span<byte> destination)
    {
        while (!destination.IsEmpty)
        {
            var count = Read(offset, destination);
            offset += count;
            destination = destination[count..];
        }
    }

    protected static int Copy(ReadOnlySpan<byte> source, Span<byte> destination)
    {
        var count = Math.Min(source.Length, destination.Length);
        source[..count].CopyTo(destination);
        return count;
    }
}
