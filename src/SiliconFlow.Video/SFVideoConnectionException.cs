namespace SiliconFlow.Video;

/// <summary>The service could not be reached, or the connection broke where that does no harm (ConnectionFailed). Nothing was charged.</summary>
public sealed class SFVideoConnectionException : SFVideoException
{
    internal SFVideoConnectionException(LocalText text, Exception? innerException = null)
        : base(ErrorIds.ConnectionFailed, text, innerException)
    {
    }
}
