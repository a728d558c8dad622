namespace SiliconFlow.Video;

/// <summary>A request as the user gave it: the target of errors about rows that did not become a job. It can be piped to New-SFVideo again.</summary>
public sealed record SFVideoRequest
{
    private const int ShownLength = 40;

    /// <summary>The row's number within the command, from 1.</summary>
    public int Row { get; internal init; }

    /// <summary>The user's own name for the row.</summary>
    public string? Name { get; internal init; }

    /// <summary>The prompt.</summary>
    public string? Prompt { get; internal init; }

    /// <summary>The model, where one of the known ones was given.</summary>
    public string? Model { get; internal init; }

    /// <summary>The model, where another one was given.</summary>
    public string? CustomModel { get; internal init; }

    /// <summary>Width and height in pixels.</summary>
    public string? ImageSize { get; internal init; }

    /// <summary>What the video should not show.</summary>
    public string? NegativePrompt { get; internal init; }

    /// <summary>The first frame: a link, a data URI, or the path of a file.</summary>
    public string? Image { get; internal init; }

    /// <summary>The seed.</summary>
    public long? Seed { get; internal init; }

    /// <summary>The full path of the file that the row was read from, where it was.</summary>
    public string? File { get; internal init; }

    /// <summary>The line of the file where the row begins, from 1.</summary>
    public int? Line { get; internal init; }

    /// <summary>Where the row is from (its number, or the file and the line) and its name, or else the start of its prompt.</summary>
    public override string ToString() => Subject.ToString();

    /// <summary>How people know the row.</summary>
    internal LocalText Subject
    {
        get
        {
            var name = Name ?? (Prompt is { Length: > ShownLength } ? Cut(Prompt) : Prompt);
            var place = File is null || Line is null ? null : $"{Path.GetFileName(File)}:{Line}";
            return string.IsNullOrWhiteSpace(name)
                ? place is null ? Messages.Row(Row) : LocalText.AsIs(place)
                : place is null ? Messages.RowNamed(Row, name!) : Messages.RowOfFileNamed(place, name!);
        }
    }

    /// <summary>The start of a text, never ending in half a character.</summary>
    private static string Cut(string text) => text[..(char.IsHighSurrogate(text[ShownLength - 4]) ? ShownLength - 4 : ShownLength - 3)] + "...";
}
