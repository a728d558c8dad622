using System.Globalization;

namespace SiliconFlow.Video.Tests.Languages;

public sealed class LocalTextTests
{
    [Theory]
    [InlineData("zh-CN")]
    [InlineData("zh-SG")]
    [InlineData("zh-Hans")]
    [InlineData("zh-Hans-CN")]
    [InlineData("zh-Hans-HK")]
    public void Whoever_reads_simplified_characters_gets_Chinese(string culture) => Assert.Equal("文件为空", Messages.EmptyFile.In(new CultureInfo(culture)));

    [Theory]
    [InlineData("")]
    [InlineData("en-US")]
    [InlineData("en-GB")]
    [InlineData("de-DE")]
    [InlineData("zh-TW")]
    [InlineData("zh-Hant")]
    [InlineData("ja-JP")]
    public void All_others_get_English(string culture) => Assert.Equal("the file is empty", Messages.EmptyFile.In(new CultureInfo(culture)));

    [Fact]
    public void A_text_within_a_text_is_in_the_same_language()
    {
        var text = Messages.NotTheVideo(Messages.BytesCame(1, 2));

        Assert.Equal("What the link gave is not the video: 1 of 2 bytes came.", text.English);
        Assert.Equal("链接给出的内容不是该视频：收到 1 字节，共 2 字节。", text.In(new CultureInfo("zh-CN")));
    }

    [Fact]
    public void Braces_in_what_others_said_are_no_places() => Assert.Equal(
        "The service refused the request (HTTP 400: {0} {x}).",
        Messages.RequestRefused(Messages.Answer(400, "{0} {x}", LocalText.AsIs(""))).English);

    [Fact]
    public void Numbers_are_written_alike_in_all_languages()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("de-DE");
        try
        {
            Assert.Equal("no answer within 1.5 s", Messages.NoAnswerWithin(1.5).English);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void An_error_speaks_the_language_of_the_thread_that_reads_it()
    {
        var error = new SFVideoInvalidRequestException(Messages.PromptMissing);
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = new CultureInfo("zh-CN");
        try
        {
            Assert.Equal("提示词缺失或为空。", error.Message);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }

        Assert.Equal("The prompt is missing or blank.", error.Text.English);
    }
}
