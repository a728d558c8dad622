using System.Security.Cryptography;
using System.Text;

namespace SiliconFlow.Video.Tests.Backports;

/// <summary>Text, hashes and bytes.</summary>
internal static class Texts
{
    extension(char)
    {
        public static bool IsAsciiLetterOrDigit(char c) => c is (>= '0' and <= '9') or (>= 'A' and <= 'Z') or (>= 'a' and <= 'z');
    }

    extension(Convert)
    {
        public static string ToHexString(byte[] bytes) => BitConverter.ToString(bytes).Replace("-", "");

        public static string ToHexStringLower(byte[] bytes) => Convert.ToHexString(bytes).ToLowerInvariant();
    }

    extension(Encoding)
    {
        public static Encoding Latin1 => Encoding.GetEncoding("iso-8859-1");
    }

    extension(SHA256)
    {
        public static byte[] HashData(byte[] content)
        {
            using var hash = SHA256.Create();
            return hash.ComputeHash(content);
        }
    }

    extension(RandomNumberGenerator)
    {
        public static byte[] GetBytes(int count)
        {
            var bytes = new byte[count];
            using var generator = RandomNumberGenerator.Create();
            generator.GetBytes(bytes);
            return bytes;
        }
    }

    public static string Replace(this string text, string old, string by, StringComparison comparison) =>
        comparison == StringComparison.Ordinal ? text.Replace(old, by) : throw new NotSupportedException();

    public static bool Contains(this string text, char c, StringComparison comparison) => text.IndexOf(c.ToString(), comparison) >= 0;

    public static int GetBytes(this Encoding encoding, string text, Span<byte> into)
    {
        var bytes = encoding.GetBytes(text);
        bytes.CopyTo(into);
        return bytes.Length;
    }
}
