using System.Text;
using SiliconFlow.Video.Saving;

namespace SiliconFlow.Video.Tests.Saving;

public sealed class SafeFileNameTests
{
    [Theory]
    [InlineData("a cat", "a cat")]
    [InlineData("一只猫 🐱", "一只猫 🐱")]
    [InlineData("../../etc/passwd", "_.._etc_passwd")]
    [InlineData("..\\..\\Windows", "_.._Windows")]
    [InlineData("/etc/passwd", "_etc_passwd")]
    [InlineData("C:\\a", "C__a")]
    [InlineData("a<b>c:d\"e/f\\g|h?i*j", "a_b_c_d_e_f_g_h_i_j")]
    [InlineData("a\0b\nc\u001b[0m\u0085", "a_b_c_[0m_")]
    [InlineData("name. . .", "name")]
    [InlineData(" .hidden", "hidden")]
    [InlineData(".", "")]
    [InlineData("..", "")]
    [InlineData(" . . ", "")]
    [InlineData("", "")]
    [InlineData("gnp\u202Eexe.mp4", "gnp_exe.mp4")]
    [InlineData("a\u2066b\u2069c\u200Ed\u200Fe\u061Cf\u200Bg\uFEFFh", "a_b_c_d_e_f_g_h")]
    [InlineData("e\u0301", "\u00e9")]
    [InlineData("👩‍👩‍👧", "👩‍👩‍👧")]
    public void Name_is_made_safe(string text, string expected) => Assert.Equal(expected, SafeFileName.Make(text));

    [Theory]
    [InlineData("CON")]
    [InlineData("con")]
    [InlineData("NUL.txt")]
    [InlineData("nul.tar.gz")]
    [InlineData("aux .x")]
    [InlineData("COM1")]
    [InlineData("lpt9")]
    [InlineData("COM¹")]
    [InlineData("LPT³.a")]
    [InlineData("CONIN$")]
    [InlineData("prn...")]
    public void Name_of_a_device_is_none(string text) => Assert.StartsWith("_", SafeFileName.Make(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("CONSOLE")]
    [InlineData("COM10")]
    [InlineData("icon")]
    [InlineData("my nul")]
    public void Name_that_only_looks_like_a_devices_stays(string text) => Assert.Equal(text, SafeFileName.Make(text));

    [Theory]
    [InlineData("猫")]
    [InlineData("🐱")]
    [InlineData("👩‍👩‍👧")]
    [InlineData("👍🏽")]
    [InlineData("🇨🇳")]
    [InlineData("❤️")]
    [InlineData("e\u0323\u0302")]
    [InlineData("x")]
    public void Long_name_is_cut_between_characters(string character)
    {
        var one = character.Normalize(NormalizationForm.FormC);

        var name = SafeFileName.Make(string.Concat(Enumerable.Repeat(character, 300)));

        Assert.InRange(Encoding.UTF8.GetByteCount(name), SafeFileName.MaxStemBytes - Encoding.UTF8.GetByteCount(one) + 1, SafeFileName.MaxStemBytes);
        Assert.Empty(name.Replace(one, "", StringComparison.Ordinal));
    }

    [Fact]
    public void What_a_cut_leaves_is_safe_too()
    {
        Assert.Equal(new string('x', 159), SafeFileName.Make(new string('x', 159) + ". y"));
        Assert.Equal("_CO", SafeFileName.Make("CON" + new string('x', 200), maxBytes: 3));
        Assert.Equal("_CON." + new string('x', 155), SafeFileName.Make("CON." + new string('x', 200)));
    }

    [Fact]
    public void Half_characters_and_code_points_that_are_none_are_replaced()
    {
        Assert.Equal("a_b", SafeFileName.Make("a\ud83db"));
        Assert.Equal("a_b", SafeFileName.Make("a\udc31b"));
        Assert.Equal("a_b_c", SafeFileName.Make("a\ufffeb\uffffc"));
    }
}
