namespace SiliconFlow.Video;

/// <summary>A finished video on disk: complete, checked and flushed.</summary>
public sealed record SFVideoFile
{
    internal SFVideoFile(string fullName, SFVideo video)
    {
        FullName = fullName;
        Video = video;
    }

    /// <summary>The full path of the file.</summary>
    public string FullName { get; }

    /// <summary>The full path again, by the name that Get-Item, Move-Item, Get-FileHash and Invoke-Item take from the pipeline.</summary>
    public string PSPath => FullName;

    /// <summary>The length in bytes.</summary>
    public long Length { get; internal init; }

    /// <summary>The SHA-256 of the content: 64 upper-case hexadecimal digits, as Get-FileHash writes them.</summary>
    public string? Sha256 { get; internal init; }

    /// <summary>The service's id of the job.</summary>
    public string RequestId => Video.RequestId;

    /// <summary>The user's own name for the job.</summary>
    public string? Name => Video.Name;

    /// <summary>The prompt that made the video.</summary>
    public string? Prompt => Video.Prompt;

    /// <summary>The seed that made the video.</summary>
    public long? Seed => Video.Seed;

    /// <summary>The job that the file came from.</summary>
    public SFVideo Video { get; }

    /// <summary>The full path.</summary>
    public override string ToString() => FullName;
}
