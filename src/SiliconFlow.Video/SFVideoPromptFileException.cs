namespace SiliconFlow.Video;

/// <summary>A file of prompts cannot be read as a whole (PromptFileUnreadable): it is not there, its encoding is not known, or its form is broken.
/// Nothing of it was passed on.</summary>
public sealed class SFVideoPromptFileException : SFVideoException
{
    internal SFVideoPromptFileException(LocalText text, Exception? innerException = null)
        : base(ErrorIds.PromptFileUnreadable, text, innerException)
    {
    }

    /// <summary>The full path of the file.</summary>
    public string? File { get; internal init; }

    /// <summary>The line of the fault, from 1, where it is at one.</summary>
    public int? Line { get; internal init; }

    /// <summary>The place in the line, in characters from 1.</summary>
    public int? Column { get; internal init; }
}
