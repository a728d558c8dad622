namespace SiliconFlow.Video;

/// <summary>The service took the job and later gave it up (GenerationFailed).</summary>
public sealed class SFVideoGenerationFailedException : SFVideoException
{
    internal SFVideoGenerationFailedException(LocalText text, Exception? innerException = null)
        : base(ErrorIds.GenerationFailed, text, innerException)
    {
    }
}
