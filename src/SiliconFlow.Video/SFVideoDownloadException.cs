namespace SiliconFlow.Video;

/// <summary>A finished video could not be brought to disk (VideoNotReady, LinkExpired, DownloadFailed or FileExists). What was at the target before is still there.</summary>
public sealed class SFVideoDownloadException : SFVideoException
{
    internal SFVideoDownloadException(string errorId, LocalText text, Exception? innerException = null)
        : base(errorId, text, innerException)
    {
    }
}
