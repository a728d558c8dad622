using SiliconFlow.Video.Service;

namespace SiliconFlow.Video.Tests.Service;

public sealed class ApiKeyTests
{
    [Theory]
    [InlineData("sk-abc")]
    [InlineData("  sk-abc\r\n")]
    [InlineData("\tsk-abc ")]
    public void White_space_around_a_key_is_dropped(string text) => Assert.Equal("Bearer sk-abc", ApiKey.Parse(text).Bearer);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \r\n\t ")]
    public void Blank_key_is_none(string? text) =>
        Assert.Equal("NotConnected", Assert.Throws<SFVideoAuthenticationException>(() => ApiKey.Parse(text)).ErrorId);

    [Theory]
    [InlineData("sk-secret\r\nX-Evil: 1")]
    [InlineData("sk-secret\nabc")]
    [InlineData("sk-secret abc")]
    [InlineData("sk-secret\0")]
    [InlineData("sk-secret\u007f")]
    [InlineData("sk-secret\u00e9")]
    [InlineData("sk-secret钥")]
    [InlineData("sk-secret\u2028x")]
    public void Key_that_cannot_travel_in_a_header_is_refused_without_showing_it(string text)
    {
        var error = Assert.Throws<SFVideoAuthenticationException>(() => ApiKey.Parse(text));

        Assert.Equal("NotConnected", error.ErrorId);
        Assert.DoesNotContain("secret", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_occurrence_is_taken_out_of_a_text() =>
        Assert.Equal("a *** b ******, SK-ABC", ApiKey.Parse("sk-abc").Scrub("a sk-abc b sk-abcsk-abc, SK-ABC"));
}
