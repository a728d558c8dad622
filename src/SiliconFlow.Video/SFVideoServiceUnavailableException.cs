namespace SiliconFlow.Video;

/// <summary>The service could not serve the call (ServiceUnavailable) until the retries were used up. Nothing was charged.</summary>
public sealed class SFVideoServiceUnavailableException : SFVideoException
{
    internal SFVideoServiceUnavailableException(LocalText text, Exception? innerException = null)
        : base(ErrorIds.ServiceUnavailable, text, innerException)
    {
    }
}
