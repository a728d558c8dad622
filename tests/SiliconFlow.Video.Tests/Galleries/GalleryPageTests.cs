using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using SiliconFlow.Video.Galleries;

namespace SiliconFlow.Video.Tests.Galleries;

public sealed class GalleryPageTests
{
    [Fact]
    public void Half_characters_do_no_harm()
    {
        var page = MadePage.Make([new GalleryItem(new SFVideo("a") { Prompt = "x\ud83dy" })], title: "t\udc00");

        Assert.Equal("x\ufffdy", MadePage.Data(page).GetProperty("items")[0].GetProperty("prompt").GetString());
        Assert.Equal("t\ufffd", WebUtility.HtmlDecode(MadePage.Title(page)));
    }

    [Fact]
    public void Chinese_stands_as_it_was_typed()
    {
        var page = MadePage.Make([new GalleryItem(new SFVideo("a") { Prompt = "一只猫" })], title: "第一批");

        Assert.Contains("\"prompt\":\"一只猫\"", page, StringComparison.Ordinal);
        Assert.Contains("<title>第一批</title>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_policy_lets_only_the_pages_own_style_and_script_act()
    {
        var page = MadePage.Make([]);

        var policy = Regex.Match(page, "http-equiv=\"Content-Security-Policy\" content=\"([^\"]*)\"").Groups[1].Value;
        Assert.Equal(
            $"default-src 'none'; media-src 'self' file:; style-src '{MadePage.HashOf(page, "<style>", "</style>")}'; script-src '{MadePage.HashOf(page, "<script>", "</script>")}'; base-uri 'none'; form-action 'none'",
            policy);
    }

    [Fact]
    public void Nothing_is_named_that_a_network_would_be_asked_for()
    {
        var page = MadePage.Make([new GalleryItem(new SFVideo("a") { Url = "https://example.com/signed?secret=1", BaseUri = new Uri("https://api.siliconflow.cn/v1") })]);

        Assert.DoesNotContain("http:", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("https:", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("url(", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@import", page, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("en-GB", "en", "Videos")]
    [InlineData("de-DE", "en", "Videos")]
    [InlineData("", "en", "Videos")]
    [InlineData("zh-TW", "en", "Videos")]
    [InlineData("zh-CN", "zh-Hans", "视频")]
    [InlineData("zh-SG", "zh-Hans", "视频")]
    public void The_page_speaks_the_users_language(string culture, string language, string title)
    {
        var page = MadePage.Make([], culture: CultureInfo.GetCultureInfo(culture));

        Assert.Contains($"<html lang=\"{language}\">", page, StringComparison.Ordinal);
        Assert.Contains($"<title>{title}</title>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    public void Figures_do_not_depend_on_the_culture(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            var page = MadePage.Make([new GalleryItem(new SFVideo("a") { Seed = -9223372036854775808, InferenceTime = 1234.5 })]);

            var item = MadePage.Data(page).GetProperty("items")[0];
            Assert.Equal("-9223372036854775808", item.GetProperty("seed").GetString());
            Assert.Equal(1234.5, item.GetProperty("seconds").GetDouble());
            Assert.Contains("datetime=\"2026-03-01T12:00:00+08:00\"", page, StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void A_time_that_is_no_number_is_left_out(double time)
    {
        var page = MadePage.Make([new GalleryItem(new SFVideo("a") { InferenceTime = time })]);

        Assert.False(MadePage.Data(page).GetProperty("items")[0].TryGetProperty("seconds", out _));
    }

    [Theory]
    [InlineData("/home/me/pictures/fox.png", "fox.png")]
    [InlineData(@"C:\Users\me\fox.png", "fox.png")]
    [InlineData("https://example.com/a/fox.png", "https://example.com/a/fox.png")]
    [InlineData("data:image/png;base64", "data:image/png;base64")]
    public void Of_an_image_file_only_the_name_is_told(string image, string shown)
    {
        var page = MadePage.Make([new GalleryItem(new SFVideo("a") { Image = image })]);

        Assert.Equal(shown, MadePage.Data(page).GetProperty("items")[0].GetProperty("image").GetString());
    }
}
