using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace SiliconFlow.Video.Requests;

/// <summary>Knows a request again: the same text for the same request on every run and machine, another one when anything that is sent differs.</summary>
internal static class RequestFingerprint
{
    /// <summary>128 of the hash's 256 bits: far more than a journal's rows can collide in, and lines stay readable.</summary>
    private const int Digits = 32;

    /// <summary>The fingerprint: 32 hexadecimal digits of a hash over all that is sent, the image by its content. The name is not sent and does not count.</summary>
    /// <exception cref="SFVideoInvalidRequestException">The image file cannot be read.</exception>
    internal static string Of(VideoRequest request)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, request.Model);
        Append(hash, request.Prompt);
        Append(hash, request.ImageSize);
        Append(hash, request.NegativePrompt);
        Append(hash, request.Seed?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Append(hash, request.Image is LinkImage link ? link.Url : null);
        Append(hash, request.Image?.ContentSha256);
        return ContentHash.Show(hash.GetHashAndReset())[..Digits];
    }

    /// <summary>The length goes before the text, so that no two lists of fields run together into the same bytes.</summary>
    private static void Append(IncrementalHash hash, string? field)
    {
        var text = Encoding.UTF8.GetBytes(field ?? "");
        var length = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, field is null ? -1 : text.Length);
        hash.AppendData(length);
        hash.AppendData(text);
    }
}
