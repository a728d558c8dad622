namespace SiliconFlow.Video;

/// <summary>There is no usable API key: none was given (NotConnected), or the service refused it (Unauthorized). Nothing can be done with the service until that is mended.</summary>
public sealed class SFVideoAuthenticationException : SFVideoException
{
    internal SFVideoAuthenticationException(string errorId, LocalText text, Exception? innerException = null)
        : base(errorId, text, innerException)
    {
    }
}
