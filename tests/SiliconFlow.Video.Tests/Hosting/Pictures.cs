using System.Security.Cryptography;

namespace SiliconFlow.Video.Tests.Hosting;

/// <summary>Small contents that are recognised as pictures.</summary>
internal static class Pictures
{
    public static byte[] Png { get; } = [0x89, .. "PNG\r\n\u001a\n"u8, .. Rest(3000)];

    public static byte[] Jpeg { get; } = [0xFF, 0xD8, 0xFF, 0xE0, .. Rest(3001)];

    public static byte[] Webp { get; } = [.. "RIFF"u8, 0x10, 0, 0, 0, .. "WEBP"u8, .. Rest(3002)];

    /// <summary>A png of a given length in bytes; what follows the signature is arbitrary.</summary>
    public static byte[] PngOf(int length) => [.. Png.Take(8), .. RandomNumberGenerator.GetBytes(length - 8)];

    // Every byte occurs, so that base64 shows each of its characters.
    private static IEnumerable<byte> Rest(int length) => Enumerable.Range(0, length).Select(i => (byte)(i * 7));
}
