using System.Buffers.Binary;

namespace SiliconFlow.Video.Saving;

/// <summary>Tells whether a file is a whole video: a check that catches error pages, and MP4 files that break off where no length was stated.</summary>
internal static class VideoContainer
{
    private const int BoxHeaderLength = 8;
    private const int LongBoxHeaderLength = 16;

    private static ReadOnlySpan<byte> WebMSignature => [0x1A, 0x45, 0xDF, 0xA3];

    /// <summary>Looks at the file's structure.</summary>
    /// <returns>What is wrong, or null where it is a whole MP4 (ISO base media) file, or a WebM file, whose end cannot be told.</returns>
    internal static LocalText? FindFault(Stream file)
    {
        var header = new byte[LongBoxHeaderLength];
        var movie = false;
        var media = false;
        for (long at = 0; at < file.Length;)
        {
            file.Position = at;
            var read = file.Fill(header);
            if (at == 0 && header.AsSpan(0, read).StartsWith(WebMSignature))
            {
                return null;
            }

            var type = read < BoxHeaderLength ? default : header.AsSpan(4, 4);
            if (at == 0 && !type.SequenceEqual("ftyp"u8))
            {
                return Messages.NotAVideo;
            }

            var length = BoxLength(header.AsSpan(0, read), file.Length - at);
            if (length is null || length > file.Length - at)
            {
                return Messages.VideoBreaksOff;
            }

            movie |= type.SequenceEqual("moov"u8);
            media |= type.SequenceEqual("mdat"u8);
            at += length.Value;
        }

        // Files made for streaming have their index first: one that breaks off right behind it is made of whole boxes.
        return file.Length == 0 ? Messages.EmptyFile
            : !movie ? Messages.VideoHasNoIndex
            : !media ? Messages.VideoHasNoContent
            : null;
    }

    /// <summary>The length a box states: 32 bits, or 64 where those are 1, or the rest of the file where they are 0. Null where it states none that can be.</summary>
    private static long? BoxLength(ReadOnlySpan<byte> header, long rest)
    {
        if (header.Length < BoxHeaderLength)
        {
            return null;
        }

        switch (BinaryPrimitives.ReadUInt32BigEndian(header))
        {
            case 0:
                return rest;
            case 1:
                var length = header.Length < LongBoxHeaderLength ? 0 : BinaryPrimitives.ReadUInt64BigEndian(header[BoxHeaderLength..]);
                return length is >= LongBoxHeaderLength and <= long.MaxValue ? (long)length : null;
            case var small:
                return small >= BoxHeaderLength ? small : null;
        }
    }
}
