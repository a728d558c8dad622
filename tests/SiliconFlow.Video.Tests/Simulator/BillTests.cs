using System.Net;
using System.Security.Cryptography;
using System.Text.Json;

namespace SiliconFlow.Video.Tests.Simulator;

public sealed class BillTests : SimulatorTest
{
    [Fact]
    public async Task The_bill_keeps_each_request_that_was_taken_in_order()
    {
        var plain = await SubmitAsync("one");
        Http.DefaultRequestHeaders.UserAgent.ParseAdd("tests/1.0");
        await PostAsync(
            "v1/video/submit",
            """
            {"model":"Wan-AI/Wan2.2-I2V-A14B","prompt":"two","image_size":"960x960","negative_prompt":"blur",
             "seed":42,"image":"https://example.com/a.png?x=1","extra":[1, 2]}
            """);

        var bill = Service.Bill;
        Assert.Equal(["one", "two"], bill.Select(entry => entry.Prompt));
        Assert.Equal((plain, TextModel, "1280x720", Time.GetUtcNow()), (bill[0].RequestId, bill[0].Model, bill[0].ImageSize, bill[0].At));
        Assert.Equal((null, null, null), (bill[0].NegativePrompt, bill[0].Image, bill[0].UserAgent));
        Assert.Equal((ImageModel, "blur", 42, "https://example.com/a.png?x=1"), (bill[1].Model, bill[1].NegativePrompt, bill[1].Seed, bill[1].Image?.Url));
        Assert.Equal("[1, 2]", bill[1].Properties["extra"]);
        Assert.Equal("tests/1.0", bill[1].UserAgent);
        Assert.Equal("application/json; charset=utf-8", bill[1].ContentType);
    }

    [Theory]
    [InlineData("data:image/webp;base64,")]
    [InlineData("data:image/webp;base64, ")]
    public async Task Of_a_data_uri_the_bill_keeps_what_identifies_the_image(string prefix)
    {
        // Past one piece of the decoder, and with a plus sign, which the serializer escapes.
        var image = new byte[200_001];
        new Random(1).NextBytes(image);
        var uri = prefix + Convert.ToBase64String(image);

        using var response = await PostAsync(
            "v1/video/submit",
            JsonSerializer.Serialize(new { model = ImageModel, prompt = "p", image_size = "1280x720", image = uri }));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var kept = Service.Bill[0].Image!;
        Assert.Equal(("image/webp", 200_001, null), (kept.MediaType, kept.Length, kept.Url));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(image)), kept.Sha256);
        Assert.Equal("\"data:image/webp;base64,…\"", Service.Bill[0].Properties["image"]);
    }

    [Fact]
    public async Task An_image_of_60_megabytes_passes()
    {
        var body = $$"""{"model":"{{ImageModel}}","prompt":"p","image_size":"1280x720","image":"data:image/png;base64,{{new string('A', 80_000_000)}}"}""";

        using var response = await PostAsync("v1/video/submit", body);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(60_000_000, Service.Bill[0].Image!.Length);
    }

    [Fact]
    public async Task A_wait_for_the_bill_ends_when_the_job_is_taken()
    {
        var second = Service.WaitForBillAsync(2);
        await SubmitAsync("one");
        Assert.False(second.IsCompleted);
        await SubmitAsync("two");

        Assert.Equal("two", (await second.WaitAsync(Patience)).Prompt);
        Assert.Equal("one", (await Service.WaitForBillAsync()).Prompt);
    }
}
