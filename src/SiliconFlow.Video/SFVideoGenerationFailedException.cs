namespace SiliconFlow.Video;

/// <summary>The service took the job and later gave it up (GenerationFailed).</summary>
public sealed class SFVideoGenerationFailedException : SFVideoException
{
    internal SFVideoGenerationFailedException(string message, Exception? innerException = null)
        : base(ErrorIds.GenerationFailed, message, innerException)
    {
    }
}
