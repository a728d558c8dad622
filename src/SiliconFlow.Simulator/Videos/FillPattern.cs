namespace SiliconFlow.Simulator;

/// <summary>Bytes without end that look random and repeat after a prime number of bytes, so that a piece put at a wrong round offset shows.</summary>
internal static class FillPattern
{
    private static readonly byte[] Block = Make();

    /// <summary>Copies the bytes at an offset; returns how many.</summary>
    public static int Read(long offset, Span<byte> destination)
    {
        var piece = Block.AsSpan((int)(offset % Block.Length));
        var count = Math.Min(piece.Length, destination.Length);
        piece[..count].CopyTo(destination);
        return count;
    }

    private static byte[] Make()
    {
        var block = new byte[1_048_573];
        var state = 0x9E3779B97F4A7C15UL;
        for (var i = 0; i < block.Length; i++)
        {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            block[i] = (byte)(state >> 32);
        }

        return block;
    }
}
