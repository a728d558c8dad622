using SiliconFlow.Video.Service;

namespace SiliconFlow.Video.Saving;

/// <summary>The partial files that earlier runs left. Each folder is listed once, however many videos go there.</summary>
internal sealed class PartialFiles
{
    private readonly object _gate = new();
    private readonly Dictionary<string, Dictionary<string, List<(string Path, LinkVersion? Version)>>> _folders = new(StringComparer.Ordinal);

    /// <summary>Takes the file that a download can go on from: one for the same target before one that was to get another name. Null where there is none.</summary>
    internal (string Path, LinkVersion Version)? Take(string target, string requestId)
    {
        lock (_gate)
        {
            if (!In(target).TryGetValue(PartialName.KeyOf(requestId), out var files))
            {
                return null;
            }

            var index = files.FindIndex(file => file.Version is { } version && Path.GetFileName(file.Path) == PartialName.Make(target, requestId, version));
            index = index < 0 ? files.FindIndex(file => file.Version is not null) : index;
            if (index < 0)
            {
                return null;
            }

            var (path, version) = files[index];
            files.RemoveAt(index);
            return (path, version!);
        }
    }

    /// <summary>Removes what nobody goes on from, now that the video is there.</summary>
    internal void Remove(string target, string requestId)
    {
        List<(string Path, LinkVersion? Version)>? files;
        lock (_gate)
        {
            if (!In(target).TryGetValue(PartialName.KeyOf(requestId), out files))
            {
                return;
            }

            In(target).Remove(PartialName.KeyOf(requestId));
        }

        files.ForEach(file => PartialFile.Remove(file.Path));
    }

    private Dictionary<string, List<(string Path, LinkVersion? Version)>> In(string target)
    {
        var folder = Path.GetDirectoryName(target)!;
        if (!_folders.TryGetValue(folder, out var files))
        {
            _folders.Add(folder, files = List(folder));
        }

        return files;
    }

    private static Dictionary<string, List<(string Path, LinkVersion? Version)>> List(string folder)
    {
        var files = new Dictionary<string, List<(string Path, LinkVersion? Version)>>(StringComparer.Ordinal);
        try
        {
            foreach (var path in Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*" + PartialName.Ending) : [])
            {
                Add(files, path);
            }
        }
        catch (UnauthorizedAccessException)
        {
            // A folder may take files from those who may not look into it. They begin each download anew.
        }

        return files;
    }

    private static void Add(Dictionary<string, List<(string Path, LinkVersion? Version)>> files, string path)
    {
        if (PartialName.Read(Path.GetFileName(path)) is not var (key, version))
        {
            return;
        }

        if (!files.TryGetValue(key, out var ofJob))
        {
            files.Add(key, ofJob = []);
        }

        ofJob.Add((path, version));
    }
}
