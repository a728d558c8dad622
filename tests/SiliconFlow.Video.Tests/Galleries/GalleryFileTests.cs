using SiliconFlow.Video.Galleries;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Galleries;

public sealed class GalleryFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_folder_is_made_and_nothing_else_is_left()
    {
        GalleryFile.Write(_folder["a/b/gallery.html"], "page", replace: false);

        Assert.Equal([Path.Combine("a", "b", "gallery.html")], _folder.Files);
        Assert.Equal("page"u8.ToArray(), File.ReadAllBytes(_folder["a/b/gallery.html"]));
    }

    [Fact]
    public void A_file_that_came_meanwhile_is_left_alone()
    {
        File.WriteAllText(_folder["gallery.html"], "theirs");

        var error = Assert.Throws<SFVideoDownloadException>(() => GalleryFile.Write(_folder["gallery.html"], "page", replace: false));

        Assert.Equal("FileExists", error.ErrorId);
        Assert.Equal("theirs", File.ReadAllText(_folder["gallery.html"]));
        Assert.Equal(["gallery.html"], _folder.Files);
    }

    [Fact]
    public void A_page_that_is_there_gives_way_when_it_may()
    {
        File.WriteAllText(_folder["gallery.html"], "the old page, which is longer");

        GalleryFile.Write(_folder["gallery.html"], "page", replace: true);

        Assert.Equal("page", File.ReadAllText(_folder["gallery.html"]));
        Assert.Equal(["gallery.html"], _folder.Files);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Where_it_cannot_be_written_nothing_is_left(bool replace)
    {
        File.WriteAllText(_folder["file"], "no folder");
        Directory.CreateDirectory(_folder["taken"]);

        Assert.Equal("ExportFailed", Assert.Throws<SFVideoExportException>(() => GalleryFile.Write(_folder["file/gallery.html"], "page", replace)).ErrorId);
        Assert.Throws<SFVideoExportException>(() => GalleryFile.Write(_folder["taken"], "page", replace));
        Assert.Throws<SFVideoExportException>(() => GalleryFile.Write(_folder[new string('x', 400)], "page", replace));

        Assert.Equal(["file"], _folder.Files);
    }

    [Theory]
    [InlineData("")]
    [InlineData("sub")]
    public void A_folder_is_no_page(string name)
    {
        Directory.CreateDirectory(_folder["sub"]);

        var error = Assert.Throws<SFVideoInvalidRequestException>(() => GalleryFile.Check(Path.Combine(_folder.Path, name) + (name.Length == 0 ? Path.DirectorySeparatorChar : ""), replace: true));

        Assert.Contains("is a folder", error.Message, StringComparison.Ordinal);
    }
}
