using System.Text;
using CsCheck;
using SiliconFlow.Video.Requests;
using SiliconFlow.Video.Service;

namespace SiliconFlow.Video.Tests.Journaling;

/// <summary>Rows are known by what is sent for them, whatever that is.</summary>
public sealed class RequestFingerprintPropertyTests
{
    // Few values, so that equal requests are drawn often, and such that run into each other where nothing parts the fields.
    private static readonly Gen<VideoRequest> Requests = Gen.Select(
        Pick("a", "ab", "b", "猫", "1280x720"),
        Pick<string?>(null, "a", "b", "ba", "7"),
        Pick<string?>(null, "1280x720", "720x1280"),
        Pick<long?>(null, 0, 7, -7),
        Pick<string?>(null, "https://example.com/1.png", "https://example.com/2.png", "data:image/png;base64,iVBORw0KGgoBAgM=", "data:image/png;base64,iVBORw0KGgoBAgQ="),
        Pick<string?>(null, "m", "ma"),
        (prompt, negative, size, seed, image, model) => Request(new SFVideoRequest { Prompt = prompt, NegativePrompt = negative, ImageSize = size, Seed = seed, CustomModel = model }, image));

    [Fact]
    public void Fingerprints_are_equal_where_what_is_sent_is_equal_and_only_there() => Gen.Select(Requests, Requests).Sample(
        (a, b) => Body(a) == Body(b) == (RequestFingerprint.Of(a) == RequestFingerprint.Of(b)),
        iter: 20000);

    private static Gen<T> Pick<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static VideoRequest Request(SFVideoRequest asked, string? image) => VideoRequest.Create(asked, image is null ? null : RequestImage.Parse(image, path => path));

    private static string Body(VideoRequest request) => Encoding.UTF8.GetString(SubmitBody.EncodeAsync(request, CancellationToken.None).GetAwaiter().GetResult());
}
