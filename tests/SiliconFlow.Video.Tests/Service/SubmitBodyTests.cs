using System.Text;
using System.Text.Json;
using SiliconFlow.Video.Requests;
using SiliconFlow.Video.Service;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Service;

public sealed class SubmitBodyTests
{
    [Fact]
    public async Task Body_has_the_services_field_names_and_leaves_out_what_was_not_given() => Assert.Equal(
        """{"model":"Wan-AI/Wan2.2-T2V-A14B","prompt":"a cat","image_size":"1280x720"}""",
        await EncodeAsync(new SFVideoRequest { Prompt = "a cat", Name = "never sent", Row = 3 }));

    [Fact]
    public async Task Body_with_everything() => Assert.Equal(
        """{"model":"Wan-AI/Wan2.2-I2V-A14B","prompt":"a cat","image_size":"720x1280","negative_prompt":"blur","image":"https://h/a.png?b=1&c='2'","seed":-7}""",
        await EncodeAsync(new SFVideoRequest { Prompt = "a cat", NegativePrompt = "blur", ImageSize = "720x1280", Seed = -7 }, new LinkImage("https://h/a.png?b=1&c='2'")));

    [Fact]
    public async Task Text_travels_as_it_was_typed() => Assert.Contains(
        "\"prompt\":\"一只戴\\\"帽子\\\"的猫，<b>&'+`/é\\\\ \\n\"",
        await EncodeAsync(new SFVideoRequest { Prompt = "一只戴\"帽子\"的猫，<b>&'+`/é\\ \n" }),
        StringComparison.Ordinal);

    [Theory]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(14)]
    [InlineData(100_000)]
    public async Task Image_file_is_read_back_by_a_JSON_parser(int length)
    {
        using var folder = new TemporaryFolder();
        var content = Pictures.PngOf(length);
        File.WriteAllBytes(folder["a.png"], content);

        var body = await EncodeAsync(new SFVideoRequest { Prompt = "一只猫", Seed = 1 }, FileImage.Inspect(folder["a.png"]));

        using var json = JsonDocument.Parse(body);
        Assert.Equal("data:image/png;base64," + Convert.ToBase64String(content), json.RootElement.GetProperty("image").GetString());
        Assert.Equal("一只猫", json.RootElement.GetProperty("prompt").GetString());
        Assert.Equal(["model", "prompt", "image_size", "seed", "image"], json.RootElement.EnumerateObject().Select(field => field.Name));
    }

    [Fact]
    public async Task Image_file_that_is_gone_is_an_invalid_request_and_nothing_is_sent()
    {
        await using var rig = await ServiceRig.StartAsync();
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["a.png"], Pictures.Png);
        var request = ServiceRig.Request(image: FileImage.Inspect(folder["a.png"]));
        File.Delete(folder["a.png"]);

        await Assert.ThrowsAsync<SFVideoInvalidRequestException>(() => rig.SubmitClient().SubmitAsync(request, CancellationToken.None));

        Assert.Empty(rig.Simulator.Calls);
    }

    [Fact]
    public async Task Service_bills_what_was_asked_for()
    {
        await using var rig = await ServiceRig.StartAsync();
        using var folder = new TemporaryFolder();
        var content = Pictures.PngOf(50_000);
        File.WriteAllBytes(folder["a.png"], content);

        var request = VideoRequest.Create(new SFVideoRequest { Prompt = "一只猫 🐱", NegativePrompt = "模糊", Seed = 42 }, FileImage.Inspect(folder["a.png"]));
        var video = await rig.SubmitClient().SubmitAsync(request, CancellationToken.None);

        var entry = rig.Simulator.Bill.Single();
        Assert.Equal((video.RequestId, "一只猫 🐱", "模糊", 42L), (entry.RequestId, entry.Prompt, entry.NegativePrompt, entry.Seed));
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content)), entry.Image!.Sha256);
        Assert.Equal(folder["a.png"], video.Image);
        Assert.Equal((SFVideoStatus.Submitted, rig.Connection.BaseUri), (video.Status, video.BaseUri));
    }

    private static async Task<string> EncodeAsync(SFVideoRequest asked, RequestImage? image = null) =>
        Encoding.UTF8.GetString(await SubmitBody.EncodeAsync(VideoRequest.Create(asked, image), CancellationToken.None));
}
