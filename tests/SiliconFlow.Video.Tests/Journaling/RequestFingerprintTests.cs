using SiliconFlow.Video.Requests;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Journaling;

/// <summary>Rows are known by what is sent for them.</summary>
public sealed class RequestFingerprintTests
{
    private static readonly byte[] Png = [0x89, .. "PNG\r\n\u001a\n"u8, 1, 2, 3];
    private static readonly byte[] OtherPng = [0x89, .. "PNG\r\n\u001a\n"u8, 1, 2, 4];

    [Fact]
    public void Each_field_that_is_sent_counts()
    {
        var asked = new SFVideoRequest { Prompt = "a cat", NegativePrompt = "dogs", Seed = 1 };
        string[] fingerprints =
        [
            Of(asked),
            Of(asked with { Prompt = "a cat " }),
            Of(asked with { Prompt = "A cat" }),
            Of(asked with { NegativePrompt = null }),
            Of(asked with { NegativePrompt = "birds" }),
            Of(asked with { ImageSize = "960x960" }),
            Of(asked with { Seed = 2 }),
            Of(asked with { Seed = null }),
            Of(asked with { CustomModel = "another" }),
            Of(asked, "https://example.com/1.png"),
            Of(asked, "https://example.com/2.png"),
            Of(asked, DataUri(Png)),
            Of(asked, DataUri(OtherPng)),
        ];

        Assert.Distinct(fingerprints);
        Assert.All(fingerprints, fingerprint => Assert.Matches("^[0-9A-F]{32}$", fingerprint));
    }

    [Fact]
    public void What_is_left_out_is_the_same_as_its_default()
    {
        var asked = new SFVideoRequest { Prompt = "a cat" };

        Assert.Equal(Of(asked), Of(asked with { ImageSize = "1280X720", Model = VideoModels.TextToVideo.ToLowerInvariant() }));
        Assert.Equal(Of(asked), Of(asked with { Name = "mine", Row = 7 }));
    }

    /// <summary>Journals outlive versions of the module: a fingerprint that changes would have every row paid again.</summary>
    [Fact]
    public void Fingerprints_stay_as_they_are()
    {
        Assert.Equal("9BFEAC841B509FD7AD6D138716B28A05", Of(new SFVideoRequest { Prompt = "一只猫 🐱", NegativePrompt = "dogs", ImageSize = "960x960", Seed = 42 }, DataUri(Png)));
    }

    [Fact]
    public void A_file_and_its_data_URI_are_the_same_image()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["a.png"], Png);
        File.WriteAllBytes(folder["b.jpg"], Png);
        File.WriteAllBytes(folder["c.png"], OtherPng);
        var asked = new SFVideoRequest { Prompt = "zoom" };
        string OfFile(string name) => RequestFingerprint.Of(VideoRequest.Create(asked, FileImage.Inspect(folder[name]).BindContent()));

        Assert.Equal(Of(asked, DataUri(Png)), OfFile("a.png"));
        Assert.Equal(OfFile("a.png"), OfFile("b.jpg"));
        Assert.NotEqual(OfFile("a.png"), OfFile("c.png"));
    }

    private static string DataUri(byte[] content) => "data:image/png;base64," + Convert.ToBase64String(content);

    private static string Of(SFVideoRequest asked, string? image = null) => RequestFingerprint.Of(Request(asked, image));

    private static VideoRequest Request(SFVideoRequest asked, string? image) => VideoRequest.Create(asked, image is null ? null : RequestImage.Parse(image, path => path));
}
