using System.Text;

namespace SiliconFlow.Video.Galleries;

/// <summary>The files that a page is made of, as they lie in the assembly.</summary>
internal static class GalleryResource
{
    /// <summary>The text of one, with the line ends that a browser sees: the hashes in the page are of those.</summary>
    internal static string Read(string name)
    {
        using var content = typeof(GalleryResource).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(content, Encoding.UTF8);
        return reader.ReadToEnd().Replace("\r\n", "\n");
    }
}
