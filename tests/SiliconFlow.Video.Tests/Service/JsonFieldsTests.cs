using System.Text;
using SiliconFlow.Video.Service;

namespace SiliconFlow.Video.Tests.Service;

public sealed class JsonFieldsTests
{
    [Fact]
    public void Byte_order_mark_is_no_part_of_the_body() =>
        Assert.Equal("b", JsonFields.Parse([0xEF, 0xBB, 0xBF, .. """{"a":"b"}"""u8]).Field("A").Text());

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{} {}")]
    [InlineData("<html>")]
    [InlineData("{'a':1}")]
    public void What_is_not_JSON_is_null(string body) => Assert.Null(JsonFields.Parse(Encoding.UTF8.GetBytes(body)));

    [Fact]
    public void Depth_without_end_is_not_JSON() => Assert.Null(JsonFields.Parse(Encoding.ASCII.GetBytes(new string('[', 100_000))));

    [Fact]
    public void Bytes_and_escapes_that_form_no_text_are_as_good_as_absent()
    {
        Assert.Null(JsonFields.Parse([.. "{\"a\":\""u8, 0xFF, 0xC3, .. "\"}"u8]).Field("a").Text());
        Assert.Null(JsonFields.Parse(@"{""a"":""\ud83d""}"u8.ToArray()).Field("a").Text());
        Assert.Equal("b", JsonFields.Parse(@"{""\ud83d"":1,""a"":""b""}"u8.ToArray()).Field("a").Text());
    }

    [Theory]
    [InlineData("12", 12L)]
    [InlineData("\"12\"", 12L)]
    [InlineData("-1", -1L)]
    [InlineData("1.0", null)]
    [InlineData("1e3", null)]
    [InlineData("\"1,000\"", null)]
    [InlineData("9223372036854775808", null)]
    [InlineData("true", null)]
    [InlineData("null", null)]
    public void Whole_numbers(string json, long? expected) => Assert.Equal(expected, JsonFields.Parse(Encoding.UTF8.GetBytes(json)).Whole());

    [Theory]
    [InlineData("2147483647", 2147483647)]
    [InlineData("2147483648", null)]
    [InlineData("-2147483649", null)]
    public void Small_numbers(string json, int? expected) => Assert.Equal(expected, JsonFields.Parse(Encoding.UTF8.GetBytes(json)).Small());

    [Theory]
    [InlineData("184.86", 184.86)]
    [InlineData("\"1.5\"", 1.5)]
    [InlineData("1e2", 100.0)]
    [InlineData("1e999", null)]
    [InlineData("\"NaN\"", null)]
    [InlineData("\"Infinity\"", null)]
    [InlineData("\"1,5\"", null)]
    [InlineData("[]", null)]
    public void Numbers(string json, double? expected) => Assert.Equal(expected, JsonFields.Parse(Encoding.UTF8.GetBytes(json)).Number());
}
