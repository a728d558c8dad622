namespace SiliconFlow.Video;

/// <summary>What was asked for is not valid (InvalidRequest): refused by a check before sending, or by the service. The same request will be refused again.</summary>
public sealed class SFVideoInvalidRequestException : SFVideoException
{
    internal SFVideoInvalidRequestException(LocalText text, Exception? innerException = null)
        : base(ErrorIds.InvalidRequest, text, innerException)
    {
    }
}
