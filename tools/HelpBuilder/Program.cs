using SiliconFlow.HelpBuilder;

if (args is not [var docs, var output])
{
    await Console.Error.WriteLineAsync("usage: HelpBuilder <folder with a folder of pages for each language> <folder to write to>");
    return 2;
}

try
{
    if (Directory.Exists(output))
    {
        Directory.Delete(output, recursive: true);
    }

    foreach (var language in Directory.GetDirectories(docs).Where(folder => Directory.EnumerateFiles(folder, "*.md").Any()))
    {
        LanguageFolder.Build(language, Path.Combine(output, Path.GetFileName(language)));
    }

    return 0;
}
catch (PageException e)
{
    await Console.Error.WriteLineAsync(e.ForBuild);
    return 1;
}
