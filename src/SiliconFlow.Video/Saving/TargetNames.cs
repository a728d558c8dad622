namespace SiliconFlow.Video.Saving;

/// <summary>Gives each job of one run a file of its own, also where the names that people gave them are the same.</summary>
internal sealed class TargetNames(string folder, FileNameTemplate template)
{
    private const int MaxIdBytes = 40;

    // Windows and macOS do not tell letter case apart; what is distinct there is distinct everywhere.
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _known = new(StringComparer.Ordinal);
    private int _index;

    /// <summary>Keeps the names that earlier runs gave to jobs' files in this folder: those jobs get them again, and no other job does.</summary>
    /// <param name="paths">Full paths with their request ids; of several of one job the last counts.</param>
    internal void Keep(IEnumerable<(string RequestId, string Path)> paths)
    {
        foreach (var (id, path) in paths.Where(file => Path.GetDirectoryName(file.Path) == folder))
        {
            _known[id] = path;
            _taken.Add(Path.GetFileNameWithoutExtension(path));
        }
    }

    /// <summary>The full path for the next job: the name of an earlier run; else the template's name; where that is taken, with the job's id; where that is too, with a number.</summary>
    internal string Next(SFVideo video)
    {
        var stem = template.Expand(video, ++_index);
        if (_known.TryGetValue(video.RequestId, out var known))
        {
            return known;
        }

        var name = stem;
        for (var copy = 1; !_taken.Add(name); copy++)
        {
            var id = SafeFileName.Make(video.RequestId, MaxIdBytes);
            name = copy == 1 ? $"{stem}_{id}" : $"{stem}_{id} ({copy})";
        }

        return Path.Combine(folder, name + FileNameTemplate.Extension);
    }
}
