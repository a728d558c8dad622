using System.Net;
using System.Net.Sockets;
using SiliconFlow.Simulator;

namespace SiliconFlow.Video.Tests.Simulator;

public sealed class SubmitCheckTests : SimulatorTest
{
    [Theory]
    [InlineData("""{"model":"no/such","prompt":"p","image_size":"1280x720"}""", "error-400-model")]
    [InlineData("""{"prompt":"p","image_size":"1280x720"}""", "error-400-parameter")]
    [InlineData("""{"model":"Wan-AI/Wan2.2-T2V-A14B","image_size":"1280x720"}""", "error-400-parameter")]
    [InlineData("""{"model":"Wan-AI/Wan2.2-T2V-A14B","prompt":" ","image_size":"1280x720"}""", "error-400-parameter")]
    [InlineData("""{"model":"Wan-AI/Wan2.2-T2V-A14B","prompt":7,"image_size":"1280x720"}""", "error-400-parameter")]
    [InlineData("""{"model":"Wan-AI/Wan2.2-T2V-A14B","prompt":"p"}""", "error-400-parameter")]
    [InlineData("""{"model":"Wan-AI/Wan2.2-T2V-A14B","prompt":"p","image_size":"1920x1080"}""", "error-400-parameter")]
    [InlineData("""{"model":"Wan-AI/Wan2.2-T2V-A14B","prompt":"p","image_size":"1280x720","seed":1.5}""", "error-400-parameter")]
    [InlineData("""{"model":"Wan-AI/Wan2.2-T2V-A14B","prompt":"p","image_size":"1280x720","seed":"1"}""", "error-400-parameter")]
    [InlineData("""{"model":"Wan-AI/Wan2.2-T2V-A14B","prompt":"p","image_size":"1280x720","negative_prompt":[]}""", "error-400-parameter")]
    [InlineData("""{"model":"Wan-AI/Wan2.2-I2V-A14B","prompt":"p","image_size":"1280x720"}""", "error-400-parameter")]
    [InlineData("""{"model":"Wan-AI/Wan2.2-I2V-A14B","prompt":"p","image_size":"1280x720","image":"cat.png"}""", "error-400-parameter")]
    [InlineData("""{"model":"Wan-AI/Wan2.2-I2V-A14B","prompt":"p","image_size":"1280x720","image":"data:image/png;base64,%%%"}""", "error-400-parameter")]
    [InlineData("""{"model":"Wan-AI/Wan2.2-I2V-A14B","prompt":"p","image_size":"1280x720","image":"data:image/png;base64,"}""", "error-400-parameter")]
    [InlineData("""{"model":"Wan-AI/Wan2.2-I2V-A14B","prompt":"p","image_size":"1280x720","image":"data:text/plain;base64,AAAA"}""", "error-400-parameter")]
    [InlineData("""{"model":"Wan-AI/Wan2.2-T2V-A14B",""", "error-400-parameter")]
    [InlineData("""{"model":"Wan-AI/Wan2.2-T2V-A14B","prompt":"p","image_size":"1280x720"} x""", "error-400-parameter")]
    [InlineData("[]", "error-400-parameter")]
    [InlineData("", "error-400-parameter")]
    public async Task A_request_that_the_service_would_not_take_is_refused_and_not_billed(string body, string sample)
    {
        using var response = await PostAsync("v1/video/submit", body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(Sample(sample), await response.Content.ReadAsStringAsync());
        Assert.Empty(Service.Bill);
    }

    [Fact]
    public async Task Text_that_is_not_utf8_is_refused()
    {
        using var content = new ByteArrayContent([.. "{\"model\":\""u8, 0xFF, .. "\"}"u8]);
        using var response = await Http.PostAsync(new Uri(Root, "v1/video/submit"), content);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task A_body_past_128_mebibytes_is_too_large()
    {
        using var client = new TcpClient();
        await client.ConnectAsync(Root.Host, Root.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync("POST /v1/video/submit HTTP/1.1\r\nHost: localhost\r\nContent-Length: 134217729\r\n\r\n"u8.ToArray());

        var head = new byte[12];
        await stream.ReadExactlyAsync(head).AsTask().WaitAsync(Patience);

        Assert.Equal("HTTP/1.1 413"u8, head);
        Assert.Equal(413, (await Service.WaitForCallEndAsync(Operation.Submit).WaitAsync(Patience)).StatusCode);
    }

    [Fact]
    public async Task Members_that_are_null_count_as_left_out()
    {
        using var response = await PostAsync(
            "v1/video/submit",
            """{"model":"Wan-AI/Wan2.2-T2V-A14B","prompt":"p","image_size":"1280x720","seed":null,"image":null,"negative_prompt":null}""");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Null(Service.Bill[0].Seed);
    }
}
