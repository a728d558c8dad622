namespace SiliconFlow.Video;

/// <summary>The service could not be reached, or the connection broke where that does no harm (ConnectionFailed). Nothing was charged.</summary>
public sealed class SFVideoConnectionException : SFVideoException
{
    internal SFVideoConnectionException(string message, Exception? innerException = null)
        : base(ErrorIds.ConnectionFailed, message, innerException)
    {
    }
}
