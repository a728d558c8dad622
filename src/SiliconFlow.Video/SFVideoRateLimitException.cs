namespace SiliconFlow.Video;

/// <summary>The service went on refusing because of its rate limit (RateLimited) until the retries were used up. Nothing was charged.</summary>
public sealed class SFVideoRateLimitException : SFVideoException
{
    internal SFVideoRateLimitException(LocalText text, Exception? innerException = null)
        : base(ErrorIds.RateLimited, text, innerException)
    {
    }
}
