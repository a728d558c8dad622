using System.Text;
using SiliconFlow.Video.Service;

namespace SiliconFlow.Video.Tests.Service;

public sealed class PostedContentTests
{
    private static readonly byte[] Body = Encoding.UTF8.GetBytes("""{"prompt":"猫"}""");

    [Fact]
    public async Task Paid_body_is_not_sent_twice()
    {
        using var content = new PostedContent(Body, once: true);
        using var wire = new MemoryStream();

        Assert.False(content.WasSent);
        await content.CopyToAsync(wire);
        Assert.True(content.WasSent);

        await Assert.ThrowsAnyAsync<Exception>(() => content.CopyToAsync(wire));
        Assert.Equal(Body, wire.ToArray());
    }

    [Fact]
    public async Task Free_body_may_be_sent_again()
    {
        using var content = new PostedContent(Body, once: false);
        using var wire = new MemoryStream();

        await content.CopyToAsync(wire);
        await content.CopyToAsync(wire);

        Assert.Equal([.. Body, .. Body], wire.ToArray());
    }

    [Fact]
    public void Length_and_type_are_stated()
    {
        using var content = new PostedContent(Body, once: true);

        Assert.Equal(Body.Length, content.Headers.ContentLength);
        Assert.Equal("application/json; charset=utf-8", content.Headers.ContentType!.ToString());
        Assert.False(content.WasSent);
    }
}
