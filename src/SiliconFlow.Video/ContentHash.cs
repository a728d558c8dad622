using System.Security.Cryptography;

namespace SiliconFlow.Video;

/// <summary>SHA-256 as text: upper-case hexadecimal digits, as Get-FileHash writes them.</summary>
internal static class ContentHash
{
    internal static string Of(byte[] content) => Show(Compute(content));

    internal static string Of(Stream content)
    {
#if NETFRAMEWORK
        using var sha256 = SHA256.Create();
        return Show(sha256.ComputeHash(content));
#else
        return Show(SHA256.HashData(content));
#endif
    }

    /// <summary>The hash as bytes, for those who show it in another way.</summary>
    internal static byte[] Compute(byte[] content)
    {
#if NETFRAMEWORK
        using var sha256 = SHA256.Create();
        return sha256.ComputeHash(content);
#else
        return SHA256.HashData(content);
#endif
    }

    internal static string Show(byte[] hash) =>
#if NETFRAMEWORK
        string.Concat(hash.Select(b => b.ToString("X2", System.Globalization.CultureInfo.InvariantCulture)));
#else
        Convert.ToHexString(hash);
#endif
}
