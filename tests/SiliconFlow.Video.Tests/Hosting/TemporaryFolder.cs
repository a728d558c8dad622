namespace SiliconFlow.Video.Tests.Hosting;

/// <summary>A folder of its own for one test, removed with all that is in it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("sfvideo-").FullName;

    /// <summary>The full path of something in the folder.</summary>
    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>The names of the files in the folder, sorted; of its subfolders too, with their relative paths.</summary>
    public string[] Files => [.. Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories)
        .Select(file => System.IO.Path.GetRelativePath(Path, file)).Order(StringComparer.Ordinal)];

    /// <summary>Of the files, the partial ones of downloads.</summary>
    public string[] Partials => [.. Files.Where(file => file.EndsWith(".partial", StringComparison.Ordinal))];

    /// <summary>Of the files, all but the partial ones.</summary>
    public string[] Finished => [.. Files.Except(Partials)];

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
