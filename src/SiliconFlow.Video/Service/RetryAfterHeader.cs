using System.Net.Http.Headers;

namespace SiliconFlow.Video.Service;

/// <summary>The Retry-After header in both its forms.</summary>
internal static class RetryAfterHeader
{
    /// <summary>How long to stay away: seconds as they are, a date by the difference to now; null where the header is absent or no such value.</summary>
    internal static TimeSpan? Read(RetryConditionHeaderValue? header, DateTimeOffset now)
    {
        var wait = header?.Delta ?? header?.Date - now;
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
