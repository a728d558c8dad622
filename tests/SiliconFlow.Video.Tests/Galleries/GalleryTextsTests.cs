using System.Globalization;
using System.Text.RegularExpressions;
using SiliconFlow.Video.Galleries;
using SiliconFlow.Video.Tests.Languages;

namespace SiliconFlow.Video.Tests.Galleries;

public sealed class GalleryTextsTests
{
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
}
