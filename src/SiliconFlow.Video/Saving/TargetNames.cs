namespace SiliconFlow.Video.Saving;

/// <summary>Gives each job of one run a file of its own, also where the names that people gave them are the same.</summary>
internal sealed class TargetNames(string folder, FileNameTemplate template)
{
    private const int MaxIdBytes = 40;

    // Windows and macOS do not tell letter case apart; what is distinct there is distinct everywhere.
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);
    private int _index;

    /// <summary>The full path for the next job: the template's name; where that is taken, with the job's id; where that is too, with a number.</summary>
    internal string Next(SFVideo video)
    {
        var stem = template.Expand(video, ++_index);
        var name = stem;
        for (var copy = 1; !_taken.Add(name); copy++)
        {
            var id = SafeFileName.Make(video.RequestId, MaxIdBytes);
            name = copy == 1 ? $"{stem}_{id}" : $"{stem}_{id} ({copy})";
        }

        return Path.Combine(folder, name + FileNameTemplate.Extension);
    }
}
