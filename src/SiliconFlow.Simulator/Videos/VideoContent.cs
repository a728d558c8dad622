using System.Buffers.Binary;
using System.Text;

namespace SiliconFlow.Simulator;

/// <summary>
/// The bytes of one job's video, made while they are read: a clip, then a <c>free</c> box that names the job and is filled up to the length asked for.
/// Immutable, so that any number of downloads can read it at once.
/// </summary>
internal sealed class VideoContent : AnswerBody
{
    private const int LargeHeader = 16, TagLength = 64;

    private readonly byte[] _clip;
    private readonly byte[] _boxStart;

    /// <param name="imageSize">Which clip.</param>
    /// <param name="tag">What tells this file from others with the same clip; at most 64 ASCII characters.</param>
    /// <param name="length">The whole length in bytes; null for as short as can be.</param>
    public VideoContent(string imageSize, string tag, long? length)
    {
        _clip = Clips.Get(imageSize);
        Length = length ?? _clip.Length + LargeHeader + TagLength;
        _boxStart = new byte[LargeHeader + TagLength];

        // The large form of a box header: size 1, type, then 64 bits of size, since the filling may pass 4 GiB.
        BinaryPrimitives.WriteInt32BigEndian(_boxStart, 1);
        "free"u8.CopyTo(_boxStart.AsSpan(4));
        BinaryPrimitives.WriteInt64BigEndian(_boxStart.AsSpan(8), Length - _clip.Length);
        Encoding.ASCII.GetBytes(tag, _boxStart.AsSpan(LargeHeader));
    }

    /// <summary>The least length that holds any clip and its box.</summary>
    public static long ShortestLength { get; } = Clips.LongestLength + LargeHeader + TagLength;

    /// <inheritdoc/>
    public override long Length { get; }

    /// <inheritdoc/>
    public override int Read(long offset, Span<byte> destination)
    {
        if (offset < _clip.Length)
        {
            return Copy(_clip.AsSpan((int)offset), destination);
        }

        var inBox = offset - _clip.Length;
        return inBox < _boxStart.Length
            ? Copy(_boxStart.AsSpan((int)inBox), destination)
            : FillPattern.Read(inBox - _boxStart.Length, destination[..(int)Math.Min(destination.Length, Length - offset)]);
    }
}
