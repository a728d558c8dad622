using System.Net;
using SiliconFlow.Video.Service;

namespace SiliconFlow.Video.Tests.Service;

public sealed class AddressTests
{
    [Theory]
    [InlineData(ServiceRegion.China, "https://api.siliconflow.cn/v1")]
    [InlineData(ServiceRegion.International, "https://api.siliconflow.com/v1")]
    public void Region_has_its_address(ServiceRegion region, string expected) => Assert.Equal(expected, BaseAddress.Of(region).AbsoluteUri);

    [Theory]
    [InlineData("https://api.siliconflow.cn/v1", "https://api.siliconflow.cn/v1")]
    [InlineData(" https://API.siliconflow.cn/v1/ ", "https://api.siliconflow.cn/v1")]
    [InlineData("https://relay.example:8443/a/b/", "https://relay.example:8443/a/b")]
    [InlineData("http://127.0.0.1:8080/v1", "http://127.0.0.1:8080/v1")]
    [InlineData("http://localhost/v1", "http://localhost/v1")]
    [InlineData("http://[::1]:8080/v1", "http://[::1]:8080/v1")]
    public void Safe_base_address_is_taken(string text, string expected) => Assert.Equal(expected, BaseAddress.Check(text).AbsoluteUri);

    [Theory]
    [InlineData("http://api.siliconflow.cn/v1")]
    [InlineData("http://127.0.0.1.example/v1")]
    [InlineData("http://localhost.example/v1")]
    [InlineData("http://10.0.0.1/v1")]
    [InlineData("ftp://127.0.0.1/v1")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/v1")]
    [InlineData("api.siliconflow.cn/v1")]
    [InlineData("https://user:word@api.siliconflow.cn/v1")]
    [InlineData("https://api.siliconflow.cn/v1?key=1")]
    [InlineData("https://api.siliconflow.cn/v1#a")]
    [InlineData("https://")]
    [InlineData("")]
    public void Any_other_base_address_is_refused(string text)
    {
        var error = Assert.Throws<SFVideoInvalidRequestException>(() => BaseAddress.Check(text));

        Assert.DoesNotContain("word", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("socks5://proxy.example:1080")]
    [InlineData("file:///proxy")]
    [InlineData("http://user:word@proxy.example:8080")]
    public void Unusable_proxy_is_refused(string address)
    {
        var error = Assert.Throws<SFVideoInvalidRequestException>(() => ProxySettings.Create(new Uri(address), null));

        Assert.DoesNotContain("word", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Relative_proxy_is_refused() =>
        Assert.Throws<SFVideoInvalidRequestException>(() => ProxySettings.Create(new Uri("proxy/x", UriKind.Relative), null));

    [Fact]
    public void Given_proxy_is_used_for_every_address_with_its_credentials()
    {
        var credentials = new NetworkCredential("user", "word");
        var proxy = ProxySettings.Create(new Uri("http://proxy.example:8080"), credentials).ToWebProxy();

        Assert.Equal(new Uri("http://proxy.example:8080"), proxy.GetProxy(new Uri("https://api.siliconflow.cn/v1")));
        Assert.Same(credentials, proxy.Credentials);
    }

    [Fact]
    public void System_proxy_is_used_except_for_this_machine()
    {
        var system = new WebProxy("http://system.example:3128") { Credentials = new NetworkCredential("shared", "word") };
        var own = new NetworkCredential("user", "word");
        var proxy = new SystemProxy(system, own);

        Assert.Equal(new Uri("http://system.example:3128"), proxy.GetProxy(new Uri("https://api.siliconflow.cn/v1")));
        Assert.False(proxy.IsBypassed(new Uri("https://api.siliconflow.cn/v1")));
        Assert.True(proxy.IsBypassed(new Uri("http://localhost:5000/v1")));
        Assert.Null(proxy.GetProxy(new Uri("http://127.0.0.1:5000/v1")));
        Assert.Same(own, proxy.Credentials);
        Assert.Same(system.Credentials, new SystemProxy(system, null).Credentials);
        Assert.NotSame(own, system.Credentials);
    }
}
