using PuppeteerSharp;
using PuppeteerSharp.Media;

namespace SiliconFlow.Video.Tests.Galleries;

/// <summary>The page as a reviewer has it: in a browser.</summary>
public sealed class GalleryInBrowserTests(ChromiumBrowser browser) : IClassFixture<ChromiumBrowser>
{
    private const string Hostile = "</script><script>alert(1)</script><img src=http://localhost:9/x onerror=alert(2)><style>*{display:none}</style>\u2028'\"&amp;{{data}}";

    [ChromiumFact]
    public async Task Cards_show_what_is_known()
    {
        using var sample = new SampleGallery()
            .Clip("a 猫 #1 100%", video => video with { Seed = 9007199254740993, InferenceTime = 125.4, NegativePrompt = "blur" })
            .Job("bad", SFVideoStatus.Failed, video => video with { Reason = "Refused.", TraceId = "ti_1" })
            .Gone("lost")
            .Write(title: "First <b>batch");
        await using var page = await browser.OpenAsync(sample.Path);

        Assert.Equal("First <b>batch", await page.Page.GetTitleAsync());
        Assert.Equal(["a 猫 #1 100%", "bad", "lost"], await page.NamesAsync());
        var cards = await page.ReadAsync<string[]>("[...document.querySelectorAll('#list > li')].map((card) => card.innerText.replace(/\\s+/g, ' '))");
        Assert.All(
            ["Saved", "a 猫 #1 100%.mp4", "kB", "prompt of a 猫 #1 100%", "Not: blur", "9007199254740993", "1280x720", "2 min 5 s", "Wan-AI/Wan2.2-T2V-A14B", "id-a 猫 #1 100%"],
            text => Assert.Contains(text, cards[0], StringComparison.Ordinal));
        Assert.All(["No video", "Failed", "Refused.", "Trace id ti_1"], text => Assert.Contains(text, cards[1], StringComparison.Ordinal));
        Assert.All(["The file is not there any more.", "Missing", "gone.mp4"], text => Assert.Contains(text, cards[2], StringComparison.Ordinal));
        Assert.Equal("3 videos", await page.ReadAsync<string>("document.getElementById('total').textContent"));
        Assert.Equal(["All 3", "Saved 1", "Missing 1", "Failed 1"], await page.ReadAsync<string[]>("[...document.querySelectorAll('#states button')].map((button) => button.textContent)"));
        Assert.Empty(page.Complaints);
    }

    [ChromiumFact]
    public async Task A_video_plays()
    {
        using var sample = new SampleGallery().Clip("it's #1 100% \"猫\" ?").Write();
        await using var page = await browser.OpenAsync(sample.Path);
        await page.UntilAsync("document.querySelector('video')?.readyState > 0");

        Assert.Equal("1280 720 true true", await page.ReadAsync<string>("(({ videoWidth, videoHeight, muted, paused }) => [videoWidth, videoHeight, muted, paused].join(' '))(document.querySelector('video'))"));

        await page.Page.HoverAsync("video");
        await page.UntilAsync("document.querySelector('video').currentTime > 0");
        Assert.True(await page.ReadAsync<bool>("document.querySelector('video').controls"));
        await page.Page.HoverAsync("h1");
        await page.UntilAsync("document.querySelector('video').paused && !document.querySelector('video').controls");

        await page.Page.FocusAsync("video");
        Assert.True(await page.ReadAsync<bool>("document.querySelector('video').controls"));
        await page.Page.Keyboard.PressAsync("Space");
        await page.UntilAsync("!document.querySelector('video').paused");
        Assert.Empty(page.Complaints);
    }

    [ChromiumFact]
    public async Task Nothing_moves_by_itself_where_the_user_wants_calm()
    {
        using var sample = new SampleGallery().Clip("a").Write();
        await using var page = await browser.OpenAsync(sample.Path, page => page.EmulateMediaFeaturesAsync([new MediaFeatureValue { MediaFeature = MediaFeature.PrefersReducedMotion, Value = "reduce" }]));
        await page.UntilAsync("document.querySelector('video')?.readyState > 0");

        await page.Page.HoverAsync("video");

        Assert.True(await page.ReadAsync<bool>("document.querySelector('video').paused"));
    }

    [ChromiumFact]
    public async Task A_file_that_cannot_be_played_says_so()
    {
        using var sample = new SampleGallery().Clip("a").Write();
        await File.WriteAllTextAsync(Path.Combine(Path.GetDirectoryName(sample.Path)!, "videos", "a.mp4"), "no video");
        await using var page = await browser.OpenAsync(sample.Path);

        await page.UntilAsync("document.querySelector('.stage').textContent === 'This file cannot be played here.'");

        Assert.Equal(0, await page.ReadAsync<int>("document.querySelectorAll('video').length"));
    }

    [ChromiumFact]
    public async Task HTML_and_script_in_a_batch_stay_text_and_nothing_is_asked_of_a_network()
    {
        using var sample = new SampleGallery()
            .Clip("a", video => new SFVideo(Hostile) { Name = Hostile, Prompt = Hostile, NegativePrompt = Hostile, Model = Hostile, ImageSize = Hostile, Image = "data:" + Hostile })
            .Job("b", SFVideoStatus.Failed, video => video with { Reason = Hostile, TraceId = Hostile, Image = "https://localhost:9/a.png" })
            .Write(title: Hostile);
        await using var page = await browser.OpenAsync(sample.Path);
        await page.UntilAsync("document.querySelector('video')?.readyState > 0");

        Assert.Equal(Hostile, await page.ReadAsync<string>("document.querySelector('h1').textContent"));
        Assert.Equal(Hostile, await page.ReadAsync<string>("document.querySelector('.prompt').textContent"));
        Assert.Equal(0, await page.ReadAsync<int>("document.querySelectorAll('img, #list script, #list style, h1 *').length"));
        Assert.Equal(2, await page.ReadAsync<int>("document.scripts.length"));
        Assert.Empty(page.Complaints);
        // Beside files there are the pictures on the browser's own buttons, which come with it.
        Assert.All(page.Requests, url => Assert.Matches("^(file:///|data:image/svg)", url));
    }

    [ChromiumFact]
    public async Task The_policy_stops_whatever_would_get_in()
    {
        using var sample = new SampleGallery().Clip("a").Write();
        await using var page = await browser.OpenAsync(sample.Path);

        await page.ReadAsync<object>(
            """
            (() => {
              document.body.insertAdjacentHTML("beforeend", "<img src='http://localhost:9/a.png' onerror='window.ran = 1'><iframe src='http://localhost:9/'></iframe>");
              const script = document.createElement("script");
              script.textContent = "window.ran = 2";
              document.body.append(script);
              fetch("http://localhost:9/").catch(() => { window.refused = true; });
            })()
            """);
        await page.UntilAsync("window.refused");

        Assert.False(await page.ReadAsync<bool>("'ran' in window"));
        Assert.Contains(page.Complaints, text => text.Contains("Content Security Policy", StringComparison.Ordinal));
    }

    [ChromiumFact]
    public async Task Filters_find_by_text_state_model_and_mark()
    {
        using var sample = new SampleGallery()
            .Clip("fox", video => video with { Prompt = "雪地里的红狐", Seed = 4711 })
            .Clip("cat", video => video with { Model = "Wan-AI/Wan2.2-I2V-A14B", NegativePrompt = "a FOX" })
            .Job("bad", SFVideoStatus.Failed, video => video with { Reason = "Refused for its fox." })
            .Write();
        await using var page = await browser.OpenAsync(sample.Path);

        await AssertFound(page, "红狐", "fox");
        await AssertFound(page, "fox", "fox", "cat", "bad");
        await AssertFound(page, "4711", "fox");
        await AssertFound(page, "fox REFUSED", "bad");
        await AssertFound(page, "nowhere");
        Assert.Equal("No video fits.", await page.ReadAsync<string>("document.querySelector('#none:not([hidden]) p').textContent"));

        await page.Page.ClickAsync("#reset");
        Assert.Equal(["fox", "cat", "bad"], await page.NamesAsync());
        await page.Page.ClickAsync("#states [value=Failed]");
        Assert.Equal(["bad"], await page.NamesAsync());
        Assert.Equal("1 of 3 shown", await page.ReadAsync<string>("document.getElementById('shown').textContent"));
        await page.Page.ClickAsync("#states [value='']");
        await page.Page.SelectAsync("#model", "Wan-AI/Wan2.2-I2V-A14B");
        Assert.Equal(["cat"], await page.NamesAsync());
        await page.Page.ClickAsync("li:not([hidden]) .keep");
        await page.Page.SelectAsync("#model", "");
        await page.Page.ClickAsync("#keptOnly");
        Assert.Equal(["cat"], await page.NamesAsync());
        await page.Page.ClickAsync("#clear");
        Assert.Empty(await page.NamesAsync());
    }

    [ChromiumFact]
    public async Task Cards_are_sorted_both_ways_and_those_without_a_value_come_last()
    {
        using var sample = new SampleGallery()
            .Clip("b10", video => video with { Seed = 20, InferenceTime = 3 })
            .Job("c", SFVideoStatus.Failed)
            .Clip("b9", video => video with { Seed = 100, InferenceTime = 20 })
            .Clip("a", video => video with { Seed = 9007199254740993, InferenceTime = 1 })
            .Write();
        await using var page = await browser.OpenAsync(sample.Path);

        await AssertSorted(page, "order", "b10", "c", "b9", "a");
        await AssertSorted(page, "name", "a", "b9", "b10", "c");
        await AssertSorted(page, "seconds", "a", "b10", "b9", "c");
        await AssertSorted(page, "seed", "b10", "b9", "a", "c");
        await AssertSorted(page, "state", "c", "b10", "b9", "a");
        await page.Page.ClickAsync("#descending");
        await AssertSorted(page, "seed", "a", "b9", "b10", "c");
        await AssertSorted(page, "name", "c", "b10", "b9", "a");
        await AssertSorted(page, "order", "a", "b9", "c", "b10");
    }

    [ChromiumFact]
    public async Task Marks_are_copied_as_text_and_outlive_a_reload()
    {
        using var sample = new SampleGallery().Clip("one").Clip("two").Job("three", SFVideoStatus.Failed).Write();
        await using var page = await browser.OpenAsync(sample.Path, page => page.EvaluateExpressionOnNewDocumentAsync(
            "Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { window.copied = text; } } })"));

        await page.Page.ClickAsync("li:nth-child(1) .keep");
        await page.Page.FocusAsync("li:nth-child(3) .keep");
        await page.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("2 kept", await page.ReadAsync<string>("document.getElementById('keptCount').textContent"));
        Assert.Equal("id-one\nid-three", await CopiedBy(page, "[data-copy=id]"));
        Assert.Equal("one\nthree", await CopiedBy(page, "[data-copy=name]"));
        Assert.Equal("one.mp4", await CopiedBy(page, "[data-copy=file]"));
        Assert.Equal("prompt of two", await CopiedBy(page, "li:nth-child(2) .copyPrompt"));
        Assert.Equal("Copied.", await page.ReadAsync<string>("document.getElementById('said').textContent"));

        await page.Page.ReloadAsync();
        Assert.Equal("2 kept", await page.ReadAsync<string>("document.getElementById('keptCount').textContent"));
    }

    [ChromiumFact]
    public async Task Without_a_clipboard_the_text_is_copied_in_the_old_way()
    {
        using var sample = new SampleGallery().Clip("one").Write();
        await using var page = await browser.OpenAsync(sample.Path, page => page.EvaluateExpressionOnNewDocumentAsync(
            """
            Object.defineProperty(navigator, 'clipboard', { value: undefined });
            document.addEventListener('copy', () => { window.copied = getSelection().toString() || document.activeElement.value; });
            """));

        Assert.Equal("prompt of one", await CopiedBy(page, ".copyPrompt"));
        Assert.Equal(0, await page.ReadAsync<int>("document.querySelectorAll('textarea').length"));
    }

    [ChromiumFact]
    public async Task Light_and_dark_follow_the_system_until_one_is_chosen()
    {
        const string ground = "getComputedStyle(document.body).backgroundColor";
        using var sample = new SampleGallery().Clip("one").Write();
        await using var page = await browser.OpenAsync(sample.Path, page => page.EmulateMediaFeaturesAsync([new MediaFeatureValue { MediaFeature = MediaFeature.PrefersColorScheme, Value = "dark" }]));

        Assert.Equal("rgb(15, 17, 21)", await page.ReadAsync<string>(ground));
        Assert.Equal("true", await page.ReadAsync<string>("document.getElementById('theme').getAttribute('aria-pressed')"));
        await page.Page.ClickAsync("#theme");
        Assert.Equal("rgb(244, 245, 247)", await page.ReadAsync<string>(ground));
        await page.Page.ReloadAsync();
        Assert.Equal("rgb(244, 245, 247)", await page.ReadAsync<string>(ground));
    }

    [ChromiumFact]
    public async Task In_Chinese_every_word_is_Chinese()
    {
        using var sample = new SampleGallery().Clip("一", video => video with { Model = null, ImageSize = null }).Job("二", SFVideoStatus.Failed, video => video with { Reason = "拒绝", Model = null, ImageSize = null }).Write("zh-CN");
        await using var page = await browser.OpenAsync(sample.Path);

        Assert.Equal("zh-Hans", await page.ReadAsync<string>("document.documentElement.lang"));
        var shown = await page.ReadAsync<string>("document.body.innerText");
        Assert.Empty(System.Text.RegularExpressions.Regex.Matches(shown, "[A-Za-z]{2,}").Select(word => word.Value).Except(["ID", "id", "mp", "kB", "prompt", "of"]));
        Assert.Contains("显示 2 / 2", shown, StringComparison.Ordinal);
    }

    [ChromiumFact]
    public async Task Everything_can_be_reached_and_has_a_name()
    {
        using var sample = new SampleGallery().Clip("one", video => video with { Seed = 1 }).Job("two", SFVideoStatus.Failed, video => video with { Model = "another" }).Write();
        await using var page = await browser.OpenAsync(sample.Path);
        await page.UntilAsync("document.querySelector('video')");

        Assert.Equal(
            ["header", "form", "main"],
            await page.ReadAsync<string[]>("[...document.querySelectorAll('header, form[role=search], main')].map((part) => part.localName)"));
        Assert.Empty(await page.ReadAsync<string[]>(
            """
            [...document.querySelectorAll("button, a, select, input, video")]
              .filter((part) => !part.closest("[hidden]"))
              .filter((part) => part.tabIndex < 0 || !(part.getAttribute("aria-label") || part.textContent.trim() && part.localName !== "select" || part.labels?.length))
              .map((part) => part.outerHTML)
            """));
        await page.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to the videos", await page.ReadAsync<string>("document.activeElement.textContent"));
        Assert.NotEqual("none", await page.ReadAsync<string>("getComputedStyle(document.activeElement).outlineStyle"));
    }

    [ChromiumFact]
    public async Task An_empty_gallery_says_so()
    {
        using var sample = new SampleGallery().Write();
        await using var page = await browser.OpenAsync(sample.Path);

        Assert.Equal("There is nothing to show: no videos were given.", await page.ReadAsync<string>("document.querySelector('#none:not([hidden]) p').textContent"));
        Assert.Empty(page.Complaints);
    }

    [ChromiumFact]
    public async Task Of_a_thousand_videos_only_those_in_view_are_read()
    {
        using var sample = new SampleGallery();
        for (var i = 1; i <= 1000; i++)
        {
            sample.Clip($"clip {i}");
        }

        sample.Write();
        await using var page = await browser.OpenAsync(sample.Path);
        await page.UntilAsync("document.querySelectorAll('video').length > 0");
        var players = await page.ReadAsync<int>("document.querySelectorAll('video').length");
        Assert.Equal(1000, (await page.NamesAsync()).Length);
        Assert.InRange(players, 1, 12);
        Assert.Equal("clip 1", await page.ReadAsync<string>("document.querySelector('video').getAttribute('aria-label')"));

        await page.ReadAsync<object>("document.querySelector('li:last-child').scrollIntoView()");
        await page.UntilAsync("document.querySelector('li:last-child video')?.readyState > 0 && !document.querySelector('li:first-child video')");
        Assert.InRange(await page.ReadAsync<int>("document.querySelectorAll('video').length"), 1, 12);

        // Two screenfuls and nothing between them, although some videos are asked for in two parts.
        Assert.InRange(page.Requests.Where(url => url.EndsWith(".mp4", StringComparison.Ordinal)).Distinct().Count(), 2, 24);

        await page.Page.TypeAsync("#text", "clip 777");
        await page.UntilAsync("document.querySelector('video')?.getAttribute('aria-label') === 'clip 777'");
        Assert.Equal(["clip 777"], await page.NamesAsync());
    }

    private static async Task AssertFound(OpenGallery page, string text, params string[] names)
    {
        await page.ReadAsync<object>("document.getElementById('text').value = ''");
        await page.Page.TypeAsync("#text", text);
        Assert.Equal(names, await page.NamesAsync());
    }

    private static async Task AssertSorted(OpenGallery page, string by, params string[] names)
    {
        await page.Page.SelectAsync("#sort", by);
        Assert.Equal(names, await page.NamesAsync());
    }

    private static async Task<string> CopiedBy(OpenGallery page, string button)
    {
        await page.ReadAsync<object>("window.copied = undefined");
        await page.Page.ClickAsync(button);
        await page.UntilAsync("window.copied !== undefined");
        return await page.ReadAsync<string>("window.copied");
    }
}
