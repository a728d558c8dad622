namespace SiliconFlow.Video.Prompts;

/// <summary>A file of prompts, and how faults in it are told: with a place that people and editors find.</summary>
/// <param name="Path">The full path.</param>
/// <param name="Shown">The path as messages show it.</param>
internal sealed record PromptSource(string Path, string Shown)
{
    /// <summary>The folder that paths of images in the file are relative to.</summary>
    internal string Folder => System.IO.Path.GetDirectoryName(Path) ?? Path;

    /// <summary>The file cannot be read as a whole.</summary>
    internal SFVideoPromptFileException FileFault(LocalText text) => new(Messages.About(LocalText.AsIs(Shown), text)) { File = Path };

    /// <summary>The file cannot be read as a whole, because of one place in it.</summary>
    internal SFVideoPromptFileException FileFault(LocalText text, int line, int column, Exception? cause = null) =>
        new(Messages.About(LocalText.AsIs($"{Shown}:{line}:{column}"), text), cause) { File = Path, Line = line, Column = column };

    /// <summary>The file's content does not come.</summary>
    internal SFVideoPromptFileException Unreadable(Exception cause) => new(Messages.FileUnreadable(Shown, cause.Message), cause) { File = Path };

    /// <summary>A row is not valid.</summary>
    /// <param name="text">What is wrong.</param>
    /// <param name="line">The line of the fault.</param>
    /// <param name="column">The place in the line.</param>
    /// <param name="header">The column or property, where the fault is in one.</param>
    /// <param name="cause">The error that a check gave.</param>
    internal SFVideoInvalidRequestException RowFault(LocalText text, int line, int column, string? header, Exception? cause = null)
    {
        var place = $"{Shown}:{line}:{column}";
        return new SFVideoInvalidRequestException(Messages.About(header is null ? LocalText.AsIs(place) : Messages.PlaceInColumn(place, header), text), cause)
        {
            File = Path,
            Line = line,
            Column = column,
            Header = header,
        };
    }
}
