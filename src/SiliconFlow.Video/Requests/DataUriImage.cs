using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace SiliconFlow.Video.Requests;

/// <summary>An image that the user has encoded already.</summary>
internal sealed record DataUriImage : RequestImage
{
    private DataUriImage(string uri)
        : base($"{uri[..(uri.IndexOf(',') + 1)]}... ({uri.Length} characters)") => Uri = uri;

    /// <summary>The data URI as it is sent.</summary>
    internal string Uri { get; }

    /// <inheritdoc/>
    internal override string ContentSha256 => ContentHash.Of(Convert.FromBase64String(Uri[(Uri.IndexOf(',') + 1)..]));

    /// <summary>Checks the form and the content. The provider's page shows a blank after the comma, which no working client sends; it is left out.</summary>
    /// <exception cref="SFVideoInvalidRequestException">It is not base64, or not a png, jpeg or webp picture.</exception>
    internal static DataUriImage Read(string text)
    {
        var comma = text.IndexOf(',');
        if (comma < 0 || !text[..comma].EndsWith(";base64", StringComparison.OrdinalIgnoreCase))
        {
            throw new SFVideoInvalidRequestException(Messages.DataUriMalformed);
        }

        var content = WithoutBlanks(text[(comma + 1)..]);
        var found = ImageFormat.Detect(DecodeStart(content));
        return found is null
            ? throw new SFVideoInvalidRequestException(Messages.DataUriUnknown)
            : new DataUriImage($"data:{found};base64,{content}");
    }

    /// <summary>Encoders break long lines; JSON and URIs have none.</summary>
    private static string WithoutBlanks(string content) => content.Any(char.IsWhiteSpace) ? string.Concat(content.Where(c => !char.IsWhiteSpace(c))) : content;

    private static byte[] DecodeStart(string content)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(content.Length);
        try
        {
            // Every character outside ASCII becomes '?', which base64 does not have, so the check below refuses it.
            var length = Encoding.ASCII.GetBytes(content, 0, content.Length, bytes, 0);
            return Base64.DecodeFromUtf8InPlace(bytes.AsSpan(0, length), out var written) == OperationStatus.Done
                ? bytes.AsSpan(0, Math.Min(written, ImageFormat.SignatureLength)).ToArray()
                : throw new SFVideoInvalidRequestException(Messages.DataUriNotBase64);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }
}
