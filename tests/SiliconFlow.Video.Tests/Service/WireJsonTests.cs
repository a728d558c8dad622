using System.Text;
using SiliconFlow.Video.Service;

namespace SiliconFlow.Video.Tests.Service;

/// <summary>Buffers are kept from body to body; nothing of one body may get into another.</summary>
public sealed class WireJsonTests
{
    [Theory]
    [InlineData(10)]
    [InlineData(10_000)]
    [InlineData(1_000_000)]
    public void A_body_is_whole_after_a_longer_one(int length)
    {
        var text = new string('a', length);

        Assert.Equal($"{{\"text\":\"{text}\"}}", Write(text));
        Assert.Equal("{\"text\":\"b\"}", Write("b"));
        Assert.Equal($"{{\"text\":\"{text}\"}}", Write(text));
    }

    [Fact]
    public void A_body_is_whole_after_one_that_failed()
    {
        Assert.Throws<InvalidOperationException>(() => WireJson.Write(json =>
        {
            json.WriteString("half", "written");
            throw new InvalidOperationException();
        }));

        Assert.Equal("{\"text\":\"b\"}", Write("b"));
    }

    [Fact]
    public void A_body_within_a_body_does_not_touch_it() => Assert.Equal(
        "{\"outer\":\"{}\"}",
        Text(WireJson.Write(json => json.WriteString("outer", Text(WireJson.Write(static _ => { }))))));

    private static string Write(string text) => Text(WireJson.Write(json => json.WriteString("text", text)));

    private static string Text(byte[] body) => Encoding.UTF8.GetString(body);
}
