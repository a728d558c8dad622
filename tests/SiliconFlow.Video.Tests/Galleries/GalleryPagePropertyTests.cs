using System.Net;
using System.Text.RegularExpressions;
using CsCheck;
using SiliconFlow.Video.Galleries;
using SiliconFlow.Video.Tests.Journaling;

namespace SiliconFlow.Video.Tests.Galleries;

public sealed class GalleryPagePropertyTests
{
    [Fact]
    public void Texts_come_back_as_they_were_and_never_as_HTML() => Gen.Select(DrawnRuns.Text, DrawnRuns.Text, Gen.OneOf("</script>", "<!--", "<script>", "]]>", "\u2028", "{{data}}", "{{script}}", "\"><img>")).Sample((one, two, hostile) =>
    {
        var text = one + hostile + two;
        var video = new SFVideo(text) { Name = text, Prompt = text, NegativePrompt = text, Model = text, ImageSize = text, Reason = text, TraceId = text };

        var page = MadePage.Make([new GalleryItem(video)], title: "a" + text);

        Assert.Equal("a" + text, WebUtility.HtmlDecode(MadePage.Title(page)));
        var item = MadePage.Data(page).GetProperty("items")[0];
        Assert.All(["id", "name", "prompt", "negative", "model", "size", "reason", "trace"], name => Assert.Equal(text, item.GetProperty(name).GetString()));
        var data = MadePage.DataText(page);
        Assert.DoesNotContain(data, letter => letter is '<' or '>' or '&' or '\'' or '\u2028' or '\u2029');
        // The page's own two elements, each with its start and its end.
        Assert.Equal(4, Regex.Count(page, "</?script", RegexOptions.IgnoreCase));
    });
}
