using System.Security.Cryptography;

namespace SiliconFlow.Video.Tests.Requests;

/// <summary>The starts of picture files, as far as they tell the format.</summary>
internal static class Pictures
{
    public static byte[] Png => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13];

    public static byte[] Jpeg => [0xFF, 0xD8, 0xFF, 0xE0, 0, 16];

    public static byte[] WebP => [.. "RIFF"u8, 0x24, 0, 0, 0, .. "WEBPVP8 "u8];

    /// <summary>A png of a given length; what follows the signature is arbitrary.</summary>
    public static byte[] PngOf(int length) => [.. Png, .. RandomNumberGenerator.GetBytes(length - Png.Length)];
}
