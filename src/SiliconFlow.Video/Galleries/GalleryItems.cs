namespace SiliconFlow.Video.Galleries;

/// <summary>What a gallery shows, in the order in which it came.</summary>
internal sealed class GalleryItems
{
    private readonly List<GalleryItem> _items = [];
    private readonly Dictionary<string, int> _jobs = new(StringComparer.Ordinal);
    private readonly HashSet<(string RequestId, string File)> _files = [];

    /// <summary>The items so far.</summary>
    internal IReadOnlyList<GalleryItem> All => _items;

    /// <summary>
    /// Adds a job. One that comes again is shown once, in its first place and as it was told last, but never without a file that it had; a job that was saved
    /// to two places is shown twice.
    /// </summary>
    internal void Add(GalleryItem item)
    {
        var id = item.Video.RequestId;
        if (item.File is { } file && !_files.Add((id, file)))
        {
            var known = _items.FindIndex(other => other.Video.RequestId == id && other.File == file);
            _items[known] = item;
        }
        else if (id.Length > 0 && _jobs.TryGetValue(id, out var place) && (item.File is null || _items[place].File is null))
        {
            _items[place] = item.File is null && _items[place].File is { } kept ? new GalleryItem(item.Video, kept) : item;
        }
        else
        {
            _items.Add(item);
            if (id.Length > 0 && !_jobs.ContainsKey(id))
            {
                _jobs.Add(id, _items.Count - 1);
            }
        }
    }
}
