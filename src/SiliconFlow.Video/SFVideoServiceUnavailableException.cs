namespace SiliconFlow.Video;

/// <summary>The service could not serve the call (ServiceUnavailable) until the retries were used up. Nothing was charged.</summary>
public sealed class SFVideoServiceUnavailableException : SFVideoException
{
    internal SFVideoServiceUnavailableException(string message, Exception? innerException = null)
        : base(ErrorIds.ServiceUnavailable, message, innerException)
    {
    }
}
