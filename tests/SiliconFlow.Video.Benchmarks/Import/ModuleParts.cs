namespace SiliconFlow.Video.Benchmarks.Import;

/// <summary>Copies of the staged module that end earlier and earlier, so that what each step of an import costs is seen.</summary>
internal static class ModuleParts
{
    private const string Manifest = "SiliconFlow.Video.psd1";
    private const string Script = "SiliconFlow.Video.psm1";

    /// <summary>Writes the copies.</summary>
    /// <param name="folder">Where to.</param>
    /// <returns>The manifest of each, by what it comes to; each holds all that the one before does.</returns>
    public static IReadOnlyList<(string Name, string Manifest)> Write(string folder) =>
    [
        ("the manifest", Copy(folder, "manifest", Without("RootModule", "FormatsToProcess"), null)),
        ("+ an empty psm1", Copy(folder, "script", Without("FormatsToProcess"), static _ => [])),
        ("+ the load context and the assembly", Copy(folder, "loader", Without("FormatsToProcess"), static lines => lines.TakeWhile(line => !line.Contains("Import-Module -Assembly", StringComparison.Ordinal)))),
        ("+ its cmdlets", Copy(folder, "cmdlets", Without("FormatsToProcess"), null)),
        ("+ the formats: the whole", Path.Combine(Paths.Module, Manifest)),
    ];

    private static Func<IEnumerable<string>, IEnumerable<string>> Without(params string[] settings) =>
        lines => lines.Where(line => !settings.Any(setting => line.TrimStart().StartsWith(setting, StringComparison.Ordinal)));

    private static string Copy(string folder, string name, Func<IEnumerable<string>, IEnumerable<string>> manifest, Func<IEnumerable<string>, IEnumerable<string>>? script)
    {
        var target = Path.Combine(folder, name);
        foreach (var file in Directory.EnumerateFiles(Paths.Module, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(Paths.Module, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        Rewrite(Path.Combine(target, Manifest), manifest);
        Rewrite(Path.Combine(target, Script), script ?? (static lines => lines));
        return Path.Combine(target, Manifest);
    }

    private static void Rewrite(string file, Func<IEnumerable<string>, IEnumerable<string>> rewrite) => File.WriteAllLines(file, [.. rewrite(File.ReadAllLines(file))]);
}
