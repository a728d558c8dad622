using SiliconFlow.Video.Galleries;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Galleries;

public sealed class GalleryItemsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_that_is_there_is_saved_whatever_its_job_says()
    {
        File.WriteAllBytes(_folder["cat.mp4"], new byte[42]);

        var item = new GalleryItem(new SFVideo("a") { Status = SFVideoStatus.Succeeded }, _folder["cat.mp4"]);

        Assert.Equal("Saved", item.State);
        Assert.Equal(42, item.Length);
    }

    [Theory]
    [InlineData("gone.mp4")]
    [InlineData("")]
    [InlineData("a\0b")]
    [InlineData("no/such/folder/cat.mp4")]
    public void A_file_that_is_not_there_is_missing(string name)
    {
        var item = new GalleryItem(new SFVideo("a") { Status = SFVideoStatus.Saved }, Path.Combine(_folder.Path, "x") + name);

        Assert.Equal("Missing", item.State);
        Assert.Null(item.Length);
    }

    [Theory]
    [InlineData(SFVideoStatus.Failed)]
    [InlineData(SFVideoStatus.InQueue)]
    [InlineData(SFVideoStatus.Saved)]
    public void A_job_without_a_file_stands_as_it_says(SFVideoStatus status) => Assert.Equal(status.ToString(), new GalleryItem(new SFVideo("a") { Status = status }).State);

    [Fact]
    public void What_comes_again_is_shown_once_in_its_place_and_as_it_was_last_told()
    {
        var items = new GalleryItems();
        items.Add(Job("a", SFVideoStatus.InQueue));
        items.Add(Job("b", SFVideoStatus.Failed));
        items.Add(Job("a", SFVideoStatus.Succeeded, "/v/a.mp4"));
        items.Add(Job("a", SFVideoStatus.Submitted));
        items.Add(Job("a", SFVideoStatus.Failed, "/v/a.mp4"));

        Assert.Equal([("a", "/v/a.mp4", SFVideoStatus.Failed), ("b", null, SFVideoStatus.Failed)], Told(items));
    }

    [Fact]
    public void A_job_that_was_saved_to_two_places_is_shown_twice()
    {
        var items = new GalleryItems();
        items.Add(Job("a", SFVideoStatus.Succeeded, "/v/a.mp4"));
        items.Add(Job("a", SFVideoStatus.Succeeded, "/w/a.mp4"));

        Assert.Equal(2, items.All.Count);
    }

    [Fact]
    public void Rows_without_a_request_id_are_not_the_same()
    {
        var items = new GalleryItems();
        items.Add(Job("", SFVideoStatus.Rejected));
        items.Add(Job("", SFVideoStatus.Rejected));
        items.Add(Job("", SFVideoStatus.Unknown, "/v/a.mp4"));
        items.Add(Job("", SFVideoStatus.Unknown, "/v/b.mp4"));

        Assert.Equal(4, items.All.Count);
    }

    private static GalleryItem Job(string id, SFVideoStatus status, string? file = null) => new(new SFVideo(id) { Status = status }, file);

    private static (string, string?, SFVideoStatus)[] Told(GalleryItems items) => [.. items.All.Select(item => (item.Video.RequestId, item.File, item.Video.Status))];
}
