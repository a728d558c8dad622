using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CsCheck;
using SiliconFlow.Video.Galleries;
using SiliconFlow.Video.Tests.Journaling;
using SiliconFlow.Video.Tests.Languages;

namespace SiliconFlow.Video.Tests.Galleries;

public sealed partial class GalleryPageTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public void Texts_come_back_as_they_were_and_never_as_HTML() => Gen.Select(DrawnRuns.Text, DrawnRuns.Text, Gen.OneOf("</script>", "<!--", "<script>", "]]>", "\u2028", "{{data}}", "{{script}}", "\"><img>")).Sample((one, two, hostile) =>
    {
        var text = one + hostile + two;
        var video = new SFVideo(text) { Name = text, Prompt = text, NegativePrompt = text, Model = text, ImageSize = text, Reason = text, TraceId = text };

        var page = Make([new GalleryItem(video)], title: "a" + text);

        Assert.Equal("a" + text, WebUtility.HtmlDecode(Title().Match(page).Groups[1].Value));
        var item = Data(page).GetProperty("items")[0];
        Assert.All(["id", "name", "prompt", "negative", "model", "size", "reason", "trace"], name => Assert.Equal(text, item.GetProperty(name).GetString()));
        var data = DataText(page);
        Assert.DoesNotContain(data, letter => letter is '<' or '>' or '&' or '\'' or '\u2028' or '\u2029');
        // The page's own two elements, each with its start and its end.
        Assert.Equal(4, Regex.Count(page, "</?script", RegexOptions.IgnoreCase));
    });

    [Fact]
    public void Half_characters_do_no_harm()
    {
        var page = Make([new GalleryItem(new SFVideo("a") { Prompt = "x\ud83dy" })], title: "t\udc00");

        Assert.Equal("x\ufffdy", Data(page).GetProperty("items")[0].GetProperty("prompt").GetString());
        Assert.Equal("t\ufffd", WebUtility.HtmlDecode(Title().Match(page).Groups[1].Value));
    }

    [Fact]
    public void Chinese_stands_as_it_was_typed()
    {
        var page = Make([new GalleryItem(new SFVideo("a") { Prompt = "一只猫" })], title: "第一批");

        Assert.Contains("\"prompt\":\"一只猫\"", page, StringComparison.Ordinal);
        Assert.Contains("<title>第一批</title>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_policy_lets_only_the_pages_own_style_and_script_act()
    {
        var page = Make([]);

        var policy = Regex.Match(page, "http-equiv=\"Content-Security-Policy\" content=\"([^\"]*)\"").Groups[1].Value;
        Assert.Equal(
            $"default-src 'none'; media-src 'self' file:; style-src '{HashOf(page, "<style>", "</style>")}'; script-src '{HashOf(page, "<script>", "</script>")}'; base-uri 'none'; form-action 'none'",
            policy);
    }

    [Fact]
    public void Nothing_is_named_that_a_network_would_be_asked_for()
    {
        var page = Make([new GalleryItem(new SFVideo("a") { Url = "https://example.com/signed?secret=1", BaseUri = new Uri("https://api.siliconflow.cn/v1") })]);

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
    [InlineData("zh-Hans-HK", "zh-Hans", "视频")]
    public void The_page_speaks_the_users_language(string culture, string language, string title)
    {
        var page = Make([], culture: CultureInfo.GetCultureInfo(culture));

        Assert.Contains($"<html lang=\"{language}\">", page, StringComparison.Ordinal);
        Assert.Contains($"<title>{title}</title>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_speaks_the_language_of_the_messages_in_every_culture() => Assert.All(
        CultureInfo.GetCultures(CultureTypes.AllCultures),
        culture => Assert.Equal(Messages.EmptyFile.In(culture) == Messages.EmptyFile.English ? "en" : "zh-Hans", GalleryTexts.For(culture).Language));

    [Fact]
    public void Both_languages_have_the_same_words_and_all_states()
    {
        var english = GalleryTexts.For(CultureInfo.InvariantCulture).Words;
        var chinese = GalleryTexts.For(CultureInfo.GetCultureInfo("zh-CN")).Words;

        Assert.Equal(english.Keys, chinese.Keys);
        Assert.All(english.Keys, key => Assert.Equal(ResourceFiles.Places(english[key]), ResourceFiles.Places(chinese[key])));
        Assert.All(Enum.GetNames<SFVideoStatus>().Append(GalleryItem.Missing), state => Assert.Contains("state" + state, english.Keys));
    }

    [Fact]
    public void Every_word_is_used()
    {
        var users = GalleryResource.Read("Gallery.html") + GalleryResource.Read("Gallery.js");

        Assert.All(
            GalleryTexts.For(CultureInfo.InvariantCulture).Words.Keys.Where(key => !Regex.IsMatch(key, "^state[A-Z]")),
            key => Assert.True(users.Contains($"{{{{{key}}}}}", StringComparison.Ordinal) || users.Contains("texts." + key, StringComparison.Ordinal), key));
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
            var page = Make([new GalleryItem(new SFVideo("a") { Seed = -9223372036854775808, InferenceTime = 1234.5 })]);

            var item = Data(page).GetProperty("items")[0];
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
        var page = Make([new GalleryItem(new SFVideo("a") { InferenceTime = time })]);

        Assert.False(Data(page).GetProperty("items")[0].TryGetProperty("seconds", out _));
    }

    [Theory]
    [InlineData("/home/me/pictures/fox.png", "fox.png")]
    [InlineData(@"C:\Users\me\fox.png", "fox.png")]
    [InlineData("https://example.com/a/fox.png", "https://example.com/a/fox.png")]
    [InlineData("data:image/png;base64", "data:image/png;base64")]
    public void Of_an_image_file_only_the_name_is_told(string image, string shown)
    {
        var page = Make([new GalleryItem(new SFVideo("a") { Image = image })]);

        Assert.Equal(shown, Data(page).GetProperty("items")[0].GetProperty("image").GetString());
    }

    private static string Make(IReadOnlyList<GalleryItem> items, string? title = null, CultureInfo? culture = null) =>
        GalleryPage.Make(items, title, "/videos", culture ?? CultureInfo.InvariantCulture, Now);

    private static string DataText(string page) => Between(page, "<script type=\"application/json\" id=\"data\">", "</script>");

    private static JsonElement Data(string page)
    {
        using var data = JsonDocument.Parse(DataText(page));
        return data.RootElement.Clone();
    }

    private static string HashOf(string page, string start, string end) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Between(page, start, end))));

    private static string Between(string page, string start, string end)
    {
        var from = page.IndexOf(start, StringComparison.Ordinal) + start.Length;
        return page[from..page.IndexOf(end, from, StringComparison.Ordinal)];
    }

    [GeneratedRegex("<title>(.*?)</title>", RegexOptions.Singleline)]
    private static partial Regex Title();
}
