namespace SiliconFlow.Video;

/// <summary>What was asked for is not valid (InvalidRequest): refused by a check before sending, or by the service. The same request will be refused again.</summary>
public sealed class SFVideoInvalidRequestException : SFVideoException
{
    internal SFVideoInvalidRequestException(LocalText text, Exception? innerException = null)
        : base(ErrorIds.InvalidRequest, text, innerException)
    {
    }

    /// <summary>The full path of the file of prompts that the fault is in, where it is in one.</summary>
    public string? File { get; internal init; }

    /// <summary>The line of the file, from 1.</summary>
    public int? Line { get; internal init; }

    /// <summary>The place in the line, in characters from 1.</summary>
    public int? Column { get; internal init; }

    /// <summary>The name of the column or property, as the file spells it.</summary>
    public string? Header { get; internal init; }
}
