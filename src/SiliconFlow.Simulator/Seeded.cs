using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SiliconFlow.Simulator;

/// <summary>
/// Numbers and names drawn from a seed and a purpose. Nothing depends on the order of the draws, so that a run repeats however its calls interleave.
/// </summary>
internal static class Seeded
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz0123456789";

    /// <summary>A number from 0 to below 1.</summary>
    public static double Fraction(long seed, string purpose, long number) => (Hash(seed, purpose, number) >> 11) * (1.0 / (1UL << 53));

    /// <summary>Lower-case letters and digits.</summary>
    public static string Text(long seed, string purpose, long number, int length)
    {
        var bits = Digest(seed, purpose, number);
        return string.Create(length, bits, static (text, bits) =>
        {
            for (var i = 0; i < text.Length; i++)
            {
                text[i] = Letters[bits[i] % Letters.Length];
            }
        });
    }

    /// <summary>Lower-case hexadecimal digits.</summary>
    public static string Hex(long seed, string purpose, long number, int length) => Convert.ToHexStringLower(Digest(seed, purpose, number))[..length];

    /// <summary>Any 64 bits.</summary>
    public static ulong Hash(long seed, string purpose, long number) => BinaryPrimitives.ReadUInt64LittleEndian(Digest(seed, purpose, number));

    private static byte[] Digest(long seed, string purpose, long number) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed}/{number}/{purpose}")));
}
