using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Help;

/// <summary>Where the pages of the help lie: a folder for each language, in it a page for each cmdlet and each about topic.</summary>
internal static class HelpPages
{
    private const string AboutPrefix = "about_";

    /// <summary>The languages that have pages; en-US is always one of them.</summary>
    public static IEnumerable<string> Languages => Directory.GetDirectories(Path.Combine(Repository.Root, "docs"))
        .Where(folder => Directory.EnumerateFiles(folder, "*.md").Any())
        .Select(folder => Path.GetFileName(folder));

    /// <summary>The cmdlets that have a page.</summary>
    public static IEnumerable<string> Commands(string language) => Names(language).Where(name => !name.StartsWith(AboutPrefix, StringComparison.Ordinal));

    /// <summary>The about topics.</summary>
    public static IEnumerable<string> Topics(string language) => Names(language).Where(name => name.StartsWith(AboutPrefix, StringComparison.Ordinal));

    /// <summary>The pages of all languages: language and name.</summary>
    public static TheoryData<string, string> All(Func<string, IEnumerable<string>> ofLanguage)
    {
        var data = new TheoryData<string, string>();
        foreach (var (language, name) in Languages.SelectMany(ofLanguage, (language, name) => (language, name)))
        {
            data.Add(language, name);
        }

        return data;
    }

    /// <summary>A page's text.</summary>
    public static string Read(string language, string name) => File.ReadAllText(Path.Combine(Folder(language), name + ".md")).ReplaceLineEndings("\n");

    private static string Folder(string language) => Path.Combine(Repository.Root, "docs", language);

    private static IEnumerable<string> Names(string language) =>
        Directory.EnumerateFiles(Folder(language), "*.md").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);
}
