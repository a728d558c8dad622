namespace SiliconFlow.Video;

/// <summary>What is known of videos could not be written to a file (ExportFailed). What was there before is as it was.</summary>
public sealed class SFVideoExportException : SFVideoException
{
    internal SFVideoExportException(LocalText text, Exception innerException)
        : base(ErrorIds.ExportFailed, text, innerException)
    {
    }
}
