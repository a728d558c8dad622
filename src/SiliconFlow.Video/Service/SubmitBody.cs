using System.Buffers;
using System.Buffers.Text;
using System.Text;
using SiliconFlow.Video.Requests;

namespace SiliconFlow.Video.Service;

/// <summary>Encodes a request for sending: the body of <c>POST /video/submit</c>, as the service's submit page lists it.</summary>
internal static class SubmitBody
{
    /// <summary>The JSON body in UTF-8. An image file is read and encoded straight into it: no more than the file and its base64 is ever held.</summary>
    /// <exception cref="SFVideoInvalidRequestException">The image file cannot be read.</exception>
    internal static Task<byte[]> EncodeAsync(VideoRequest request, CancellationToken cancellationToken)
    {
        var image = request.Image switch
        {
            LinkImage link => link.Url,
            DataUriImage data => data.Uri,
            _ => null,
        };
        var body = WireJson.Write(json =>
        {
            json.WriteString("model", request.Model);
            json.WriteString("prompt", request.Prompt);
            json.WriteString("image_size", request.ImageSize);
            json.WriteGiven("negative_prompt", request.NegativePrompt);
            json.WriteGiven("image", image);
            json.WriteGiven("seed", request.Seed);
        });
        return request.Image is FileImage file ? AppendFileAsync(body, file, cancellationToken) : Task.FromResult(body);
    }

    private static async Task<byte[]> AppendFileAsync(byte[] fields, FileImage file, CancellationToken cancellationToken)
    {
        var (content, mediaType) = await file.ReadAsync(cancellationToken).ConfigureAwait(false);
        var head = Encoding.ASCII.GetBytes($",\"image\":\"data:{mediaType};base64,");
        var encodedLength = Base64.GetMaxEncodedToUtf8Length(content.Length);

        // The closing brace of the fields gives its place to the image and comes back at the end.
        var start = fields.Length - 1;
        var body = new byte[start + head.Length + encodedLength + 2];
        fields.AsSpan(0, start).CopyTo(body);
        head.CopyTo(body, start);
        var status = Base64.EncodeToUtf8(content, body.AsSpan(start + head.Length), out _, out var written);
        if (status != OperationStatus.Done || written != encodedLength)
        {
            throw new InvalidOperationException($"Encoding {content.Length} bytes ended with {status} after {written} characters.");
        }

        body[body.Length - 2] = (byte)'"';
        body[body.Length - 1] = (byte)'}';
        return body;
    }
}
