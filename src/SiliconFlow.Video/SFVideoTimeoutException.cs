namespace SiliconFlow.Video;

/// <summary>The job did not end within the time that the caller gave (WaitTimeout). It goes on at the service and can be waited for again.</summary>
public sealed class SFVideoTimeoutException : SFVideoException
{
    internal SFVideoTimeoutException(LocalText text, Exception? innerException = null)
        : base(ErrorIds.WaitTimeout, text, innerException)
    {
    }
}
