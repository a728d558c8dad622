using System.Text;

namespace SiliconFlow.Video.Galleries;

/// <summary>Writes a page to its place: whole, or not at all.</summary>
internal static class GalleryFile
{
    /// <summary>Fails where the page must not be written, before any work is done for it.</summary>
    /// <exception cref="SFVideoException">A file is there and must not be replaced, or a folder is.</exception>
    internal static void Check(string path, bool replace)
    {
        if (Directory.Exists(path) || Path.GetFileName(path).Length == 0)
        {
            throw new SFVideoInvalidRequestException(Messages.GalleryIsFolder(path, Path.Combine(path, "gallery.html")));
        }

        if (!replace && File.Exists(path))
        {
            throw FileExists(path);
        }
    }

    /// <summary>Writes to a file beside, brings it to the disk, and gives it its name.</summary>
    /// <param name="path">The full path. Its folder is made where it is not there.</param>
    /// <param name="page">The content.</param>
    /// <param name="replace">Whether a file that is there gives way.</param>
    /// <exception cref="SFVideoException">The disk refuses, or a file has come there meanwhile. What was there is as it was.</exception>
    internal static void Write(string path, string page, bool replace)
    {
        var folder = Path.GetDirectoryName(path)!;
        var beside = Path.Combine(folder, $"gallery-{Guid.NewGuid():N}.tmp");
        try
        {
            Directory.CreateDirectory(folder);
            try
            {
                WriteThrough(beside, page);
                FileMove.Into(beside, path, replace);
            }
            finally
            {
                // Once it has its name, there is nothing here any more.
                File.Delete(beside);
            }
        }
        catch (IOException) when (!replace && File.Exists(path))
        {
            throw FileExists(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new SFVideoExportException(Messages.GalleryUnwritable(path, e.Message), e);
        }
    }

    private static void WriteThrough(string path, string page)
    {
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        var content = Encoding.UTF8.GetBytes(page);
        file.Write(content, 0, content.Length);
        file.Flush(flushToDisk: true);
    }

    private static SFVideoDownloadException FileExists(string path) => new(ErrorIds.FileExists, Messages.FileExists(path));
}
