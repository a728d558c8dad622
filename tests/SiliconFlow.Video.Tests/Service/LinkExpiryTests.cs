using SiliconFlow.Video.Service;

namespace SiliconFlow.Video.Tests.Service;

public sealed class LinkExpiryTests
{
    private static readonly DateTimeOffset Seen = new(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(8));

    [Theory]
    [InlineData("https://s3.siliconflow.cn/v.mp4?X-Amz-Date=20260101T000000Z&X-Amz-Expires=3600&X-Amz-Signature=ab", "2026-01-01T01:00:00Z")]
    [InlineData("https://s3.siliconflow.cn/v.mp4?x-amz-expires=600&x-amz-date=20260101T000000Z", "2026-01-01T00:10:00Z")]
    [InlineData("https://a.oss-cn-shanghai.aliyuncs.com/v.mp4?OSSAccessKeyId=x&Expires=1767225600&Signature=y", "2026-01-01T00:00:00Z")]
    [InlineData("https://a/v.mp4?expires=1767225600#t=1", "2026-01-01T00:00:00Z")]
    [InlineData("https://a/v.mp4?X-Amz-Date=20260101T000000Z&X-Amz-Expires=%33600", "2026-01-01T01:00:00Z")]
    [InlineData("https://a/v.mp4?X-Amz-Date=20260101T000000Z&X-Amz-Expires=60&Expires=1767225600", "2026-01-01T00:01:00Z")]
    [InlineData("https://a/v.mp4?Expires=0", "1970-01-01T00:00:00Z")]
    public void Link_that_states_its_end_is_believed(string url, string end) =>
        Assert.Equal(DateTimeOffset.Parse(end, System.Globalization.CultureInfo.InvariantCulture).LocalDateTime, LinkExpiry.Of(url, Seen));

    [Theory]
    [InlineData("https://a/v.mp4")]
    [InlineData("https://a/v.mp4?")]
    [InlineData("https://a/v.mp4?Expires")]
    [InlineData("https://a/v.mp4?Expires=")]
    [InlineData("https://a/v.mp4?Expires=soon")]
    [InlineData("https://a/v.mp4?Expires=-1")]
    [InlineData("https://a/v.mp4?Expires=1767225600000000")]
    [InlineData("https://a/v.mp4?Expires=99999999999999999999999999999999999999999999999999")]
    [InlineData("https://a/v.mp4?Expires=%zz")]
    [InlineData("https://a/v.mp4?X-Amz-Expires=3600")]
    [InlineData("https://a/v.mp4?X-Amz-Date=20260101T000000Z")]
    [InlineData("https://a/v.mp4?X-Amz-Date=20261301T000000Z&X-Amz-Expires=3600")]
    [InlineData("https://a/v.mp4?X-Amz-Date=99991231T235959Z&X-Amz-Expires=3600")]
    [InlineData("https://a/v.mp4?X-Amz-Date=20260101T000000Z&X-Amz-Expires=1e30")]
    [InlineData("https://a/Expires=1767225600")]
    [InlineData("")]
    public void Link_that_states_no_end_or_nonsense_ends_ten_minutes_after_it_was_seen(string url) =>
        Assert.Equal(Seen.LocalDateTime.AddMinutes(10), LinkExpiry.Of(url, Seen));
}
