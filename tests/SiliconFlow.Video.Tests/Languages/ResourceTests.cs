using System.Globalization;
using System.Text.RegularExpressions;
using SiliconFlow.Video.Galleries;

namespace SiliconFlow.Video.Tests.Languages;

/// <summary>The texts of both languages belong together, and to the members by which the code says them.</summary>
public sealed partial class ResourceTests
{
    /// <summary>The same in both languages: it holds no word.</summary>
    private const string Wordless = nameof(Messages.AnswerWithoutText);

    private static IEnumerable<KeyValuePair<string, string>> AllChinese => ResourceFiles.Chinese.Concat(GalleryTexts.For(CultureInfo.GetCultureInfo("zh-CN")).Words);

    [Fact]
    public void Both_languages_have_the_same_texts_in_the_same_order() =>
        Assert.Equal(ResourceFiles.English.Select(text => text.Key), ResourceFiles.Chinese.Select(text => text.Key));

    [Fact]
    public void Both_languages_have_the_same_places_for_arguments() => Assert.All(
        ResourceFiles.English.Zip(ResourceFiles.Chinese),
        pair => Assert.Equal(ResourceFiles.Places(pair.First.Value), ResourceFiles.Places(pair.Second.Value)));

    [Fact]
    public void Each_text_has_its_member_and_each_member_its_text() =>
        Assert.Equal(ResourceFiles.English.Select(text => text.Key).Order(), ResourceFiles.Members.Select(ResourceFiles.NameOf).Order());

    [Fact]
    public void Each_text_has_a_place_for_each_argument()
    {
        var texts = ResourceFiles.English.ToDictionary(text => text.Key, text => text.Value);

        Assert.All(ResourceFiles.Members, member => Assert.Equal(
            member.GetParameters().Select((_, i) => i),
            ResourceFiles.Places(texts[ResourceFiles.NameOf(member)]).Select(place => place[1] - '0').Distinct().Order()));
    }

    [Fact]
    public void Each_text_is_said_in_both_languages() => Assert.All(ResourceFiles.Members, member =>
    {
        var text = ResourceFiles.Fill(member);

        Assert.DoesNotMatch(Chinese(), text.English);
        if (ResourceFiles.NameOf(member) != Wordless)
        {
            Assert.Matches(Chinese(), text.In(CultureInfo.GetCultureInfo("zh-CN")));
        }
    });

    // A sentence that was cut from its end, or pieces joined as English joins them, would stand out by these.
    [Fact]
    public void Chinese_texts_have_Chinese_marks_and_blanks_beside_other_letters_only() => Assert.All(AllChinese, text =>
    {
        Assert.DoesNotMatch(WrongMark(), text.Value);
        Assert.DoesNotMatch(WrongBlank(), text.Value);
    });

    [GeneratedRegex(@"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")]
    private static partial Regex Chinese();

    [GeneratedRegex(@"[\u4e00-\u9fff][,;:!?()'""]|[,;:!?()'""][\u4e00-\u9fff]|[\u4e00-\u9fff]\.$")]
    private static partial Regex WrongMark();

    [GeneratedRegex(@"[\u4e00-\u9fff] [\u4e00-\u9fff]|[\u4e00-\u9fff][A-Za-z0-9$-]|[A-Za-z0-9][\u4e00-\u9fff]|[\u3001\u3002\uff00-\uffef] | [\u3001\u3002\uff00-\uffef]")]
    private static partial Regex WrongBlank();
}
