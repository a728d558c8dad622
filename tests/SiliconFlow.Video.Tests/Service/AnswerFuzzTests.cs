using System.Text;
using CsCheck;
using SiliconFlow.Video.Requests;
using SiliconFlow.Video.Saving;
using SiliconFlow.Video.Service;

namespace SiliconFlow.Video.Tests.Service;

/// <summary>Whatever is thrown at what reads the world outside: a value or an error of the module comes of it, and nothing else. A failure prints its seed.</summary>
public sealed class AnswerFuzzTests
{
    private const int Runs = 2000;

    private static readonly Gen<byte[]> Bytes = Gen.OneOf(Gen.Byte.Array[0, 400], MutatedBodies.Gen);

    /// <summary>Any UTF-16, halves of characters and code points that are none too.</summary>
    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.OneOf(Gen.Char, Gen.Char['\ud800', '\udfff'], Gen.Char['\ufff0', '\uffff'], Gen.OneOf('/', '\\', '.', ' ', ':', '{', '}', ',', '\0', '=', '&', '%', '?')).Array[0, 300].Select(chars => new string(chars)),
        Gen.OneOf("CON", "nul.mp4", "..", "{Name}", "猫", "👩‍👩‍👧", "e\u0301", "data:image/png;base64,").Array[0, 60].Select(string.Concat));

    [Fact]
    public void Status_answers_are_read_or_are_none() => Bytes.Sample(
        body =>
        {
            if (JobStatus.Read(JsonFields.Parse(body)) is { } status)
            {
                var video = status.ApplyTo(new SFVideo("a"), "ti_1", DateTimeOffset.UnixEpoch);
                Assert.True(Enum.IsDefined(video.Status));
                Assert.Equal(video.Url is null, video.LinkExpiresAt is null);
            }
        },
        iter: Runs);

    [Fact]
    public void Lists_of_models_are_read_or_are_none() => Bytes.Sample(
        body => Assert.All(
            ModelList.Read(JsonFields.Parse(body), SFVideoModelKind.TextToVideo, new Uri("https://a/v1"), ApiKey.Parse(ServiceRig.Key)) ?? [],
            model => Assert.True(!string.IsNullOrWhiteSpace(model.Id) && !$"{model.Id}{model.OwnedBy}".Any(char.IsControl), model.Id)),
        iter: Runs);

    [Fact]
    public void Submit_answers_give_an_id_or_none() => Bytes.Sample(
        body => Assert.True(JsonFields.Parse(body).Field("requestId").Text() is not { } id || !string.IsNullOrWhiteSpace(id)),
        iter: Runs);

    [Fact]
    public void Error_answers_are_told_in_one_short_line() => Gen.Select(Bytes, Gen.Int[100, 599], Gen.Enum<ServiceOperation>()).Sample(
        (body, statusCode, operation) =>
        {
            var key = ApiKey.Parse(ServiceRig.Key);
            foreach (var error in new[]
            {
                AnswerErrors.Refused(operation, new ServiceAnswer(statusCode, body), key),
                AnswerErrors.Nonsense(operation, new ServiceAnswer(statusCode, body), LocalText.AsIs("it makes no sense"), key),
            })
            {
                Assert.Equal(statusCode, error.StatusCode);
                Assert.True(error.Message.Length < 600 && !error.Message.Any(char.IsControl), error.Message);

                // A paid call is repeated after two answers only.
                Assert.True(operation != ServiceOperation.Submit || !error.MayRepeat || statusCode is 429 or 503, error.ToString());
            }
        },
        iter: Runs);

    [Fact]
    public void Ends_of_links_are_told_for_any_link() => Gen.Select(Texts, Texts, Texts, Gen.Double).Sample(
        (a, b, c, number) =>
        {
            foreach (var url in new[] { a, $"https://a/b?Expires={b}&{c}", $"?X-Amz-Date={b}&X-Amz-Expires={c}", FormattableString.Invariant($"?X-Amz-Date=20260101T000000Z&X-Amz-Expires={number}"), FormattableString.Invariant($"?Expires={number:F0}") })
            {
                _ = LinkExpiry.Of(url, DateTimeOffset.UnixEpoch.AddYears(50));
            }
        },
        iter: Runs);

    [Fact]
    public void Names_of_files_are_safe_for_any_text() => Gen.Select(Texts, Gen.Int[1, 300]).Sample(
        (text, maxBytes) =>
        {
            var name = SafeFileName.Make(text, maxBytes);

            Assert.InRange(new UTF8Encoding(false, throwOnInvalidBytes: true).GetByteCount(name), 0, maxBytes);
            Assert.Equal(name.Trim(' ', '.'), name);
            Assert.DoesNotContain(name, c => char.IsControl(c) || "<>:\"/\\|?*".Contains(c, StringComparison.Ordinal));
            Assert.Equal(name, Path.GetFileName(Path.Combine(Path.GetTempPath(), name)));
            Assert.Equal(name, SafeFileName.Make(name, maxBytes));
        },
        iter: Runs);

    [Fact]
    public void Templates_are_filled_in_or_refused() => Gen.Select(Texts, Texts, Texts).Sample(
        (pattern, name, id) =>
        {
            if (TryRead(() => FileNameTemplate.Parse(pattern)) is not { } template)
            {
                return;
            }

            var target = new TargetNames(Path.GetTempPath(), template).Next(new SFVideo(id) { Name = name, Model = name });
            Assert.Equal(Path.GetFullPath(Path.GetTempPath()), Path.GetFullPath(Path.GetDirectoryName(target)! + Path.DirectorySeparatorChar));
            Assert.InRange(Encoding.UTF8.GetByteCount(Path.GetFileName(target)), 5, 255);
        },
        iter: Runs);

    [Fact]
    public void Data_URIs_are_read_or_refused() => Gen.OneOf(Texts.Select(text => "data:image/png;base64," + text), Bytes.Select(bytes => "data:;base64," + Convert.ToBase64String(bytes)), Texts).Sample(
        text => _ = TryRead(() => DataUriImage.Read(text)),
        iter: Runs);

    [Fact]
    public void Addresses_are_taken_or_refused() => Gen.OneOf(Texts, Texts.Select(text => "https://" + text), Texts.Select(text => "http://127.0.0.1" + text)).Sample(
        text => Assert.True(TryRead(() => BaseAddress.Check(text)) is not { } address || BaseAddress.IsSafe(address)),
        iter: Runs);

    [Fact]
    public void Keys_are_taken_or_refused() => Texts.Sample(
        text => Assert.True(TryRead(() => ApiKey.Parse(text)) is not { } key || !key.Bearer.AsSpan(7).ContainsAnyExceptInRange('!', '~')),
        iter: Runs);

    [Fact]
    public void Files_are_videos_or_not_in_bounded_time()
    {
        var boxes = Gen.Select(Gen.OneOf("ftyp", "moov", "mdat", "free", "\0\0\0\0"), Gen.OneOf(Gen.UInt, Gen.UInt[0, 64]), Gen.Byte.Array[0, 64])
            .Select((type, length, content) => (byte[])[(byte)(length >> 24), (byte)(length >> 16), (byte)(length >> 8), (byte)length, .. Encoding.ASCII.GetBytes(type), .. content])
            .Array[0, 20].Select(parts => parts.SelectMany(part => part).ToArray());
        Gen.OneOf(Bytes, boxes, boxes.Select(rest => (byte[])[0, 0, 0, 8, .. "ftyp"u8, .. rest])).Sample(
            content =>
            {
                using var file = new MemoryStream(content);
                _ = VideoContainer.FindFault(file);
            },
            iter: Runs);
    }

    private static T? TryRead<T>(Func<T> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (SFVideoException)
        {
            return null;
        }
    }
}
