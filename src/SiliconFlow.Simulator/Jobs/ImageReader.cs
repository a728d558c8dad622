using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace SiliconFlow.Simulator;

/// <summary>Reads the image of a submit. The data of a data URI is hashed piece by piece and never becomes a string.</summary>
internal static class ImageReader
{
    private const int PieceLength = 64 * 1024;

    /// <summary>The image at the reader, or null where it is neither a link nor a data URI of an image.</summary>
    public static BillImage? Read(ref Utf8JsonReader reader)
    {
        var rented = ArrayPool<byte>.Shared.Rent(reader.ValueSpan.Length);
        try
        {
            // Writers may escape the plus signs of base64, so the text is unescaped first; that never makes it longer.
            return Read(rented.AsSpan(0, reader.CopyString(rented)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private static BillImage? Read(ReadOnlySpan<byte> text)
    {
        if (!text.StartsWith("data:"u8))
        {
            var url = Encoding.UTF8.GetString(text);
            return Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? new BillImage { Url = url } : null;
        }

        var mark = text.IndexOf(";base64,"u8);
        if (mark < 0 || !text.StartsWith("data:image/"u8))
        {
            return null;
        }

        var data = text[(mark + ";base64,"u8.Length)..].TrimStart((byte)' ');
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        return HashBase64(data, hash) is { } length and > 0
            ? new BillImage
            {
                MediaType = Encoding.UTF8.GetString(text["data:"u8.Length..mark]),
                Length = length,
                Sha256 = Convert.ToHexStringLower(hash.GetHashAndReset()),
            }
            : null;
    }

    /// <summary>Hashes what base64 text stands for; returns its length in bytes, or null where it is no base64.</summary>
    private static long? HashBase64(ReadOnlySpan<byte> data, IncrementalHash hash)
    {
        var piece = ArrayPool<byte>.Shared.Rent(PieceLength);
        try
        {
            long length = 0;
            while (!data.IsEmpty)
            {
                var status = Base64.DecodeFromUtf8(data, piece, out var consumed, out var written);
                if (status is OperationStatus.InvalidData or OperationStatus.NeedMoreData)
                {
                    return null;
                }

                hash.AppendData(piece, 0, written);
                length += written;
                data = data[consumed..];
            }

            return length;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }
    }
}
