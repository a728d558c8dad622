namespace SiliconFlow.Video;

/// <summary>The service answered with something that makes no sense here (UnexpectedResponse).</summary>
public sealed class SFVideoProtocolException : SFVideoException
{
    internal SFVideoProtocolException(LocalText text, Exception? innerException = null)
        : base(ErrorIds.UnexpectedResponse, text, innerException)
    {
    }
}
