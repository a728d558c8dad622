using SiliconFlow.Video.Galleries;

namespace SiliconFlow.Video.Tests.Galleries;

public sealed class FileLinkTests
{
    [Theory]
    [InlineData("/home/me", "/home/me/cat.mp4", "cat.mp4")]
    [InlineData("/home/me/", "/home/me/videos/cat.mp4", "videos/cat.mp4")]
    [InlineData("/home/me/pages", "/home/me/videos/cat.mp4", "../videos/cat.mp4")]
    [InlineData("/", "/cat.mp4", "cat.mp4")]
    [InlineData("/home/me", "/srv/cat.mp4", "../../srv/cat.mp4")]
    [InlineData("/home/Me", "/home/me/cat.mp4", "../me/cat.mp4")]
    [InlineData("/v", "/v/a cat #1 100%?.mp4", "a%20cat%20%231%20100%25%3F.mp4")]
    [InlineData("/v", "/v/猫.mp4", "%E7%8C%AB.mp4")]
    [InlineData("/v", "/v/it's \"x\" & <b>.mp4", "it%27s%20%22x%22%20%26%20%3Cb%3E.mp4")]
    [InlineData("/v", "/v/javascript:alert(1)", "javascript%3Aalert%281%29")]
    [InlineData("/v", "/v/a\\b.mp4", "a%5Cb.mp4")]
    [InlineData("/v/cat.mp4", "/v/cat.mp4", "../cat.mp4")]
    public void Links_lead_from_the_page_to_the_file(string folder, string file, string link) => Assert.Equal(link, FileLink.Between(folder, file, windows: false));

    [Theory]
    [InlineData(@"C:\me\pages", @"C:\me\videos\cat.mp4", "../videos/cat.mp4")]
    [InlineData(@"C:\Me", @"c:\me\cat.mp4", "cat.mp4")]
    [InlineData(@"C:\", @"C:\cat.mp4", "cat.mp4")]
    [InlineData(@"C:\me", "C:/me/a b.mp4", "a%20b.mp4")]
    [InlineData(@"C:\me", @"D:\videos\a cat #1.mp4", "file:///D:/videos/a%20cat%20%231.mp4")]
    [InlineData(@"C:\me", @"\\server\share\猫.mp4", "file://server/share/%E7%8C%AB.mp4")]
    [InlineData(@"\\server\share\pages", @"\\SERVER\share\cat.mp4", "../cat.mp4")]
    [InlineData(@"\\server\share", @"\\server\other\cat.mp4", "file://server/other/cat.mp4")]
    [InlineData(@"\\server\share", @"C:\cat.mp4", "file:///C:/cat.mp4")]
    [InlineData(@"C:\me", @"\\?\C:\me\cat.mp4", "cat.mp4")]
    [InlineData(@"\\?\UNC\server\share", @"\\server\share\cat.mp4", "cat.mp4")]
    public void Links_on_Windows_know_drives_and_shares(string folder, string file, string link) => Assert.Equal(link, FileLink.Between(folder, file, windows: true));

    [Fact]
    public void A_half_character_does_not_break_a_link() => Assert.Equal("a%EF%BF%BD%F0%9F%90%B1.mp4", FileLink.Between("/v", "/v/a\ud83d🐱.mp4", windows: false));
}
