using System.Text.Json;

namespace SiliconFlow.Video.CrashCampaign;

/// <summary>A journal as a stranger reads it: lines of JSON, without any of the module's own code.</summary>
internal static class JournalLines
{
    /// <summary>The whole lines of a journal; none where it is not there. What comes after the last line end is left out.</summary>
    public static IReadOnlyList<JournalLine> Read(string path)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(file);
        var text = reader.ReadToEnd();
        return [.. text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Parse)];
    }

    private static JournalLine Parse(string line)
    {
        using var record = JsonDocument.Parse(line);
        string Text(string property) => record.RootElement.TryGetProperty(property, out var value) ? value.ToString() : "";
        return new JournalLine(Text("event"), $"{Text("row")}/{Text("occurrence")}/{Text("try")}", Text("name"), Text("requestId"), Text("path"));
    }
}
