namespace SiliconFlow.Video.Tests.Hosting;

/// <summary>A copy of the staged module, to be imported in its place or to be damaged.</summary>
internal static class ModuleCopy
{
    /// <summary>Writes one.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="but">A file to leave out, by its name.</param>
    public static void Write(string folder, string? but = null)
    {
        foreach (string file in Directory.EnumerateFiles(Repository.StagedModule, "*", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) != but))
        {
            string copy = Path.Combine(folder, Path.GetRelativePath(Repository.StagedModule, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
