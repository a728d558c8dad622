namespace SiliconFlow.Simulator;

/// <summary>The bytes of an answer, readable from any place.</summary>
internal abstract class AnswerBody
{
    /// <summary>How many bytes there are.</summary>
    public abstract long Length { get; }

    /// <summary>Copies bytes from an offset below <see cref="Length"/>; returns how many, at least one.</summary>
    public abstract int Read(long offset, Span<byte> destination);

    protected static int Copy(ReadOnlySpan<byte> source, Span<byte> destination)
    {
        var count = Math.Min(source.Length, destination.Length);
        source[..count].CopyTo(destination);
        return count;
    }
}
