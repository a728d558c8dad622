using System.Text;
using SiliconFlow.HelpBuilder.Output;
using SiliconFlow.HelpBuilder.Pages;

namespace SiliconFlow.HelpBuilder;

/// <summary>The pages of one language.</summary>
internal static class LanguageFolder
{
    private const string AboutPrefix = "about_";

    /// <summary>Writes the help files of a folder of pages.</summary>
    /// <param name="pages">The folder; its name is that of the language.</param>
    /// <param name="output">The folder to write to.</param>
    public static void Build(string pages, string output)
    {
        var files = Directory.GetFiles(pages, "*.md").Order(StringComparer.Ordinal).Select(PageFile.Read).ToLookup(file => file.Name.StartsWith(AboutPrefix, StringComparison.Ordinal));
        var commands = files[false].Select(CommandPageReader.Read).ToArray();
        var topics = files[true].Select(AboutPageReader.Read).ToArray();

        Directory.CreateDirectory(output);
        foreach (var byFile in commands.GroupBy(page => page.HelpFile))
        {
            Maml.Write(byFile).Save(Path.Combine(output, byFile.Key));
        }

        // Windows PowerShell reads a text without a byte order mark in the code page of the machine.
        foreach (var topic in topics)
        {
            File.WriteAllText(Path.Combine(output, $"{topic.Name}.help.txt"), AboutText.Write(topic), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        }
    }
}
