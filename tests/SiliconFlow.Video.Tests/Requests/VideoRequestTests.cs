using SiliconFlow.Video.Requests;

namespace SiliconFlow.Video.Tests.Requests;

public sealed class VideoRequestTests
{
    private static readonly RequestImage Image = new LinkImage("https://host/a.png");

    [Fact]
    public void Model_left_out_follows_from_the_image_and_size_is_landscape()
    {
        Assert.Equal(VideoModels.TextToVideo, VideoRequest.Create(Asked, null).Model);
        Assert.Equal(VideoModels.ImageToVideo, VideoRequest.Create(Asked, Image).Model);
        Assert.Equal("1280x720", VideoRequest.Create(Asked, null).ImageSize);
        Assert.Equal("960x960", VideoRequest.Create(Asked with { ImageSize = "960X960" }, null).ImageSize);
    }

    [Fact]
    public void Model_is_written_as_the_service_writes_it()
    {
        Assert.Equal(VideoModels.TextToVideo, VideoRequest.Create(Asked with { Model = "wan-ai/WAN2.2-t2v-a14b" }, null).Model);
        Assert.Equal(VideoModels.ImageToVideo, VideoRequest.Create(Asked with { Model = "wan-ai/WAN2.2-i2v-a14b" }, Image).Model);
    }

    [Fact]
    public void Custom_model_goes_with_and_without_an_image()
    {
        Assert.Equal("Other/Model", VideoRequest.Create(Asked with { CustomModel = " Other/Model " }, null).Model);
        Assert.Equal("Other/Model", VideoRequest.Create(Asked with { CustomModel = "Other/Model" }, Image).Model);
    }

    [Fact]
    public void What_does_not_go_together_is_refused()
    {
        Assert.Throws<SFVideoInvalidRequestException>(() => VideoRequest.Create(Asked with { Model = VideoModels.ImageToVideo }, null));
        Assert.Throws<SFVideoInvalidRequestException>(() => VideoRequest.Create(Asked with { Model = VideoModels.TextToVideo }, Image));
        Assert.Throws<SFVideoInvalidRequestException>(() => VideoRequest.Create(Asked with { Model = VideoModels.TextToVideo, CustomModel = "x" }, null));
        Assert.Throws<SFVideoInvalidRequestException>(() => VideoRequest.Create(new SFVideoRequest(), null));
    }

    [Fact]
    public void Half_a_character_is_refused()
    {
        // Written here and not as theory data, which travels as UTF-8 and would lose them.
        AssertRefused("half \ud83d a cat", 5);
        AssertRefused("half \udc31 a cat", 5);
        AssertRefused("🐱\ud83d", 2);
        AssertRefused("\udc31\ud83d", 0);
    }

    [Fact]
    public void Everything_else_is_kept_as_given()
    {
        var request = VideoRequest.Create(Asked with { NegativePrompt = " blur\n", Seed = long.MaxValue, Name = "n" }, Image);

        Assert.Equal(("一只猫 🐱", " blur\n", long.MaxValue, "n"), (request.Prompt, request.NegativePrompt, request.Seed, request.Name));
        Assert.Same(Image, request.Image);
    }

    private static SFVideoRequest Asked => new() { Prompt = "一只猫 🐱" };

    private static void AssertRefused(string text, int position)
    {
        var error = Assert.Throws<SFVideoInvalidRequestException>(() => VideoRequest.Create(new SFVideoRequest { Prompt = text }, null));
        Assert.Contains($"position {position}", error.Message, StringComparison.Ordinal);
        Assert.Throws<SFVideoInvalidRequestException>(() => VideoRequest.Create(Asked with { NegativePrompt = text }, null));
    }
}
