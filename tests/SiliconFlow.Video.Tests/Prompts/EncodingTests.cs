using System.Text;
using SiliconFlow.Video.Prompts;

namespace SiliconFlow.Video.Tests.Prompts;

/// <summary>Files are read in the encoding that they are written in, or not at all.</summary>
public sealed class EncodingTests : IDisposable
{
    private const string Text = "提示词,名称\r\n一只猫坐在窗台上,猫\r\n清晨的江南水乡，薄雾中的茶馆,茶馆\r\n";
    private static readonly Encoding Gb18030 = PromptEncodings.Find("gb18030");

    private readonly PromptFolder _folder = new();

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-32", true)]
    [InlineData("utf-32BE", true)]
    [InlineData("gb18030", false)]
    public void Encoding_is_found_out(string name, bool hasMark)
    {
        var encoding = PromptEncodings.Find(name);

        var file = _folder.Read("a.csv", [.. hasMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(Text)]);

        Assert.Equal(encoding.WebName, file.Encoding.WebName);
        Assert.Equal([("一只猫坐在窗台上", "猫"), ("清晨的江南水乡，薄雾中的茶馆", "茶馆")], PromptFolder.Good(file).Select(row => (row.Prompt!, row.Name!)));
    }

    [Fact]
    public void Emoji_in_GB18030_are_read() =>
        Assert.Equal("一只猫🐱", PromptFolder.Good(_folder.Read("a.csv", Gb18030.GetBytes("提示词\n一只猫🐱\n")))[0].Prompt);

    [Theory]
    [InlineData("gbk")]
    [InlineData("GB2312")]
    [InlineData("936")]
    [InlineData("54936")]
    [InlineData("gb18030")]
    public void Encoding_may_be_told(string name) =>
        Assert.Equal("镕", PromptFolder.Good(_folder.Read("a.csv", [.. "Prompt\n"u8, .. Gb18030.GetBytes("镕")], PromptEncodings.Find(name)))[0].Prompt);

    [Theory]
    [InlineData("utf8", 65001)]
    [InlineData("UTF8BOM", 65001)]
    [InlineData("utf8NoBOM", 65001)]
    [InlineData("Unicode", 1200)]
    [InlineData("BigEndianUnicode", 1201)]
    [InlineData("utf32", 12000)]
    [InlineData("ascii", 20127)]
    [InlineData("iso-8859-1", 28591)]
    [InlineData(" 1252 ", 1252)]
    [InlineData("windows-1252", 1252)]
    [InlineData("big5", 950)]
    [InlineData("65001", 65001)]
    public void Names_are_those_of_PowerShell_and_of_NET(string name, int page) => Assert.Equal(page, PromptEncodings.Find(name).CodePage);

    [Fact]
    public void Every_name_that_is_offered_is_known() => Assert.All(PromptEncodings.Names, name => Assert.NotNull(PromptEncodings.Find(name)));

    [Theory]
    [InlineData("")]
    [InlineData("utf9")]
    [InlineData("99999999")]
    [InlineData("-1")]
    public void Unknown_names_are_refused(string name) => Assert.Throws<ArgumentException>(() => PromptEncodings.Find(name));

    [Fact]
    public void Mark_goes_before_what_is_told()
    {
        var file = _folder.Read("a.csv", [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Text)], Gb18030);

        Assert.Equal(("utf-8", "猫"), (file.Encoding.WebName, PromptFolder.Good(file)[0].Name));
    }

    [Fact]
    public void Two_marks_are_none_of_the_text() => Assert.Equal(["a"], _folder.Prompts("a.csv", "\uFEFF\uFEFFPrompt\na"));

    // Windows-1252 reads as Chinese, too: ü and b are the bytes of 黚.
    [Theory]
    [InlineData("Prompt\nÜber den Dächern von Köln, große Bären\n", "windows-1252", 2)]
    [InlineData("Prompt\nok\ncafé noir\n", "windows-1252", 3)]
    [InlineData("Prompt\n貓咪坐在窗臺上看雨\n", "big5", 2)]
    [InlineData("Prompt\nねこがまどにすわっている\n", "shift_jis", 2)]
    public void Other_encodings_are_not_taken_for_Chinese(string text, string encoding, int line)
    {
        var error = _folder.Fail("a.csv", PromptEncodings.Find(encoding).GetBytes(text));

        Assert.StartsWith($"a.csv:{line}:1: The file is not UTF-8, and not clearly Chinese", error.Message, StringComparison.Ordinal);
        Assert.Equal(line, error.Line);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Lines_of_two_encodings_are_an_error_with_the_line(bool utf8First)
    {
        byte[] first = (utf8First ? Encoding.UTF8 : Gb18030).GetBytes("提示词\n一只猫坐在窗台上\n");
        byte[] second = (utf8First ? Gb18030 : Encoding.UTF8).GetBytes("清晨的江南水乡\n");

        var error = _folder.Fail("a.csv", [.. first, .. second]);

        Assert.Contains("Two encodings are mixed", error.Message, StringComparison.Ordinal);
        Assert.Equal(utf8First ? 3 : 1, error.Line);
    }

    [Fact]
    public void Byte_that_is_no_character_is_an_error_with_its_place()
    {
        var error = _folder.Fail("a.csv", [.. Encoding.UTF8.GetPreamble(), .. "Prompt\r\n"u8, .. Encoding.UTF8.GetBytes("猫和"), 0xFF, .. "x\n"u8]);

        Assert.Equal((2, 3), (error.Line, error.Column));
        Assert.StartsWith("a.csv:2:3: The bytes FF are no character in utf-8.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Byte_that_GB18030_lacks_is_an_error_with_its_line() =>
        Assert.Equal(3, _folder.Fail("a.csv", [.. "Prompt\r\nok\r\nno"u8, 0xFF, .. "\r\n"u8], Gb18030).Line);

    [Fact]
    public void Byte_that_the_told_encoding_lacks_is_an_error_with_its_line()
    {
        Assert.Equal(2, _folder.Fail("a.csv", [.. "Prompt\ncaf"u8, 0xE9], Encoding.ASCII).Line);
        Assert.Equal(2, _folder.Fail("a.csv", [.. "Prompt\n"u8, 0xE7, 0x8C, (byte)'x'], new UTF8Encoding(false, throwOnInvalidBytes: true)).Line);
    }

    [Theory]
    [InlineData("half.csv", new byte[] { 0xFF, 0xFE, 0x50 })]
    [InlineData("binary.csv", new byte[] { 1, 2, 0, 3, 0, 0, 250, 251 })]
    [InlineData("odd.csv", new byte[] { 0x50, 0, 0x0A, 0, 0x50 })]
    [InlineData("zero.csv", new byte[] { (byte)'P', (byte)'r', (byte)'o', (byte)'m', (byte)'p', (byte)'t', (byte)'\n', (byte)'a', 0, (byte)'b' })]
    [InlineData("marked.csv", new byte[] { 0xEF, 0xBB, 0xBF, (byte)'P', 0 })]
    [InlineData("old.xls", new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 1, 2 })]
    public void What_is_no_text_is_an_error(string name, byte[] content) => _folder.Fail(name, content);

    [Fact]
    public void Workbook_is_told_as_one() =>
        Assert.Contains("workbook", _folder.Fail("a.xlsx", [.. "PK\u0003\u0004"u8, 0, 1, 2]).Message, StringComparison.Ordinal);

    [Fact]
    public void Unpaired_half_of_a_character_in_UTF_16_is_an_error() =>
        Assert.Equal(2, _folder.Fail("a.csv", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("Prompt\na"), 0x3D, 0xD8, .. Encoding.Unicode.GetBytes("b\n")]).Line);

    public void Dispose() => _folder.Dispose();
}
