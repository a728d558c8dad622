using System.Globalization;
using SiliconFlow.Video.Galleries;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Galleries;

/// <summary>A folder with a page and the clips that it shows.</summary>
internal sealed class SampleGallery : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<GalleryItem> _items = [];

    /// <summary>The page's file.</summary>
    public string Path => _folder["gallery #1.html"];

    /// <summary>Adds a job with a playable clip.</summary>
    public SampleGallery Clip(string name, Func<SFVideo, SFVideo>? change = null)
    {
        Directory.CreateDirectory(_folder["videos"]);
        var file = _folder[System.IO.Path.Combine("videos", name + ".mp4")];
        File.Copy(System.IO.Path.Combine(Repository.Root, "src", "SiliconFlow.Simulator", "Videos", "1280x720.mp4"), file);
        _items.Add(new GalleryItem(Job(name, change), file));
        return this;
    }

    /// <summary>Adds a job without a file.</summary>
    public SampleGallery Job(string name, SFVideoStatus status, Func<SFVideo, SFVideo>? change = null)
    {
        _items.Add(new GalleryItem(Job(name, change) with { Status = status }));
        return this;
    }

    /// <summary>Adds a job whose file is gone.</summary>
    public SampleGallery Gone(string name)
    {
        _items.Add(new GalleryItem(Job(name, null), _folder["gone.mp4"]));
        return this;
    }

    /// <summary>Writes the page.</summary>
    public SampleGallery Write(string culture = "en", string? title = null)
    {
        File.WriteAllText(Path, GalleryPage.Make(_items, title, _folder.Path, CultureInfo.GetCultureInfo(culture), DateTimeOffset.UnixEpoch));
        return this;
    }

    public void Dispose() => _folder.Dispose();

    private static SFVideo Job(string name, Func<SFVideo, SFVideo>? change)
    {
        var video = new SFVideo("id-" + name) { Name = name, Status = SFVideoStatus.Succeeded, Prompt = "prompt of " + name, Model = "Wan-AI/Wan2.2-T2V-A14B", ImageSize = "1280x720" };
        return change?.Invoke(video) ?? video;
    }
}
