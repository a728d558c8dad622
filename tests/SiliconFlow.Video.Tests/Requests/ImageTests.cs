using System.Text;
using SiliconFlow.Video.Requests;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Requests;

public sealed class ImageTests
{
    [Fact]
    public void Format_is_told_by_content()
    {
        Assert.Equal("image/png", ImageFormat.Detect(Pictures.Png));
        Assert.Equal("image/jpeg", ImageFormat.Detect(Pictures.Jpeg));
        Assert.Equal("image/webp", ImageFormat.Detect(Pictures.Webp));
        Assert.Equal("image/jpeg", ImageFormat.Detect([0xFF, 0xD8, 0xFF]));
    }

    [Fact]
    public void Anything_else_is_no_picture()
    {
        Assert.Null(ImageFormat.Detect([]));
        Assert.Null(ImageFormat.Detect("GIF89a......"u8));
        Assert.Null(ImageFormat.Detect([.. "RIFF"u8, 0, 0, 0, 0, .. "WAVE"u8]));
        Assert.Null(ImageFormat.Detect(Pictures.Png.AsSpan(0, 7)));
        Assert.Null(ImageFormat.Detect(Pictures.Webp.AsSpan(0, 11)));
        Assert.Null(ImageFormat.Detect([0xFF, 0xD8]));
        Assert.Null(ImageFormat.Detect("<svg xmlns="u8));
    }

    [Fact]
    public void Data_URI_is_sent_as_it_is_and_shown_short()
    {
        var uri = "data:image/png;base64," + Convert.ToBase64String(Pictures.PngOf(5000));

        var image = DataUriImage.Read(uri);

        Assert.Equal(uri, image.Uri);
        Assert.True(image.Display.Length < 100, image.Display);
        Assert.Contains($"({uri.Length} characters)", image.Display, StringComparison.Ordinal);
    }

    [Fact]
    public void Data_URI_says_what_it_holds_whatever_it_was_called()
    {
        var content = Convert.ToBase64String(Pictures.Jpeg);

        Assert.Equal("data:image/jpeg;base64," + content, DataUriImage.Read("DATA:image/png;name=a;BASE64, " + content + " ").Uri);
        Assert.Equal("data:image/jpeg;base64," + content, DataUriImage.Read("data:;base64," + content).Uri);
    }

    [Theory]
    [InlineData("data:")]
    [InlineData("data:,")]
    [InlineData("data:image/png;base64")]
    [InlineData("data:image/png,iVBORw0KGgo=")]
    [InlineData("data:image/png;base64,")]
    [InlineData("data:image/png;base64,iVBORw0KGgoAAAANS*==")]
    [InlineData("data:image/png;base64,iVBORw0KGgoAAAANSU")]
    [InlineData("data:image/png;base64,iVBORw0KGgo=iVBORw0KGgo=")]
    [InlineData("data:image/png;base64,猫猫猫猫")]
    [InlineData("data:image/gif;base64,R0lGODlhAQABAAAAACw=")]
    public void Unusable_data_URI_is_refused(string uri) => Assert.Throws<SFVideoInvalidRequestException>(() => DataUriImage.Read(uri));

    [Fact]
    public void Text_is_a_link_a_data_URI_or_a_path()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["a.gif"], Pictures.Png);

        Assert.Equal("HTTPS://host/a b.png?q=猫", Assert.IsType<LinkImage>(RequestImage.Parse("HTTPS://host/a b.png?q=猫", Unexpected)).Url);
        Assert.IsType<DataUriImage>(RequestImage.Parse("data:image/png;base64," + Convert.ToBase64String(Pictures.Png), Unexpected));
        Assert.Equal(folder["a.gif"], Assert.IsType<FileImage>(RequestImage.Parse("./a.gif", path => folder[path[2..]])).Path);
        Assert.Throws<SFVideoInvalidRequestException>(() => RequestImage.Parse("https://", Unexpected));
    }

    [Fact]
    public async Task File_is_read_whole_with_the_type_of_its_content()
    {
        using var folder = new TemporaryFolder();
        var content = Pictures.PngOf(100_000);
        File.WriteAllBytes(folder["picture.jpg"], content);

        var (read, mediaType) = await FileImage.Inspect(folder["picture.jpg"]).ReadAsync(CancellationToken.None);

        Assert.Equal(content, read);
        Assert.Equal("image/png", mediaType);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\u0089PNG")]
    [InlineData("%PDF-1.7 and more than twelve bytes")]
    public void File_that_is_no_picture_is_refused(string content)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["a.png"], content, Encoding.Latin1);

        var error = Assert.Throws<SFVideoInvalidRequestException>(() => FileImage.Inspect(folder["a.png"]));

        Assert.Contains(folder["a.png"], error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_file_is_refused()
    {
        using var folder = new TemporaryFolder();

        Assert.Throws<SFVideoInvalidRequestException>(() => FileImage.Inspect(folder["missing.png"]));
        Assert.Throws<SFVideoInvalidRequestException>(() => FileImage.Inspect(folder["no/such/folder.png"]));
        Assert.Throws<SFVideoInvalidRequestException>(() => FileImage.Inspect(folder.Path));
        Assert.Throws<SFVideoInvalidRequestException>(() => FileImage.Inspect("a\0b"));
        Assert.Throws<SFVideoInvalidRequestException>(() => FileImage.Inspect(""));
    }

    [Fact]
    public void File_too_large_is_refused()
    {
        using var folder = new TemporaryFolder();
        using (var file = File.Create(folder["huge.png"]))
        {
            file.Write(Pictures.Png);
            file.SetLength(FileImage.MaxLength + 1);
        }

        Assert.Contains("256 MiB", Assert.Throws<SFVideoInvalidRequestException>(() => FileImage.Inspect(folder["huge.png"])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_that_changes_after_it_was_looked_at_is_judged_by_what_it_is_then()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["a.png"], Pictures.Png);
        var image = FileImage.Inspect(folder["a.png"]);

        File.WriteAllBytes(folder["a.png"], Pictures.Webp);
        Assert.Equal("image/webp", (await image.ReadAsync(CancellationToken.None)).MediaType);

        File.WriteAllText(folder["a.png"], "no picture any more");
        await Assert.ThrowsAsync<SFVideoInvalidRequestException>(() => image.ReadAsync(CancellationToken.None));

        File.Delete(folder["a.png"]);
        var error = await Assert.ThrowsAsync<SFVideoInvalidRequestException>(() => image.ReadAsync(CancellationToken.None));
        Assert.IsType<FileNotFoundException>(error.InnerException);
    }

    private static string Unexpected(string path) => throw new InvalidOperationException($"'{path}' was taken for a path.");
}
