using System.Net.Http.Headers;
using SiliconFlow.Video.Service;

namespace SiliconFlow.Video.Tests.Service;

public sealed class LinkVersionTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 2, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("\"abc\"", 60, 100L, "\"abc\"")]
    [InlineData("\"abc\"", null, 100L, "\"abc\"")]
    [InlineData("W/\"abc\"", null, 100L, null)]
    [InlineData("W/\"abc\"", 60, 100L, "Fri, 02 Jan 2026 11:59:00 GMT")]
    [InlineData(null, 1, 100L, "Fri, 02 Jan 2026 11:59:59 GMT")]
    [InlineData(null, 0, 100L, null)]
    [InlineData(null, -60, 100L, null)]
    [InlineData(null, null, 100L, null)]
    [InlineData("\"abc\"", 60, null, null)]
    public void Strong_tag_counts_else_a_date_that_is_old_enough(string? tag, int? age, long? length, string? validator)
    {
        using var response = new HttpResponseMessage { Content = new StreamContent(Stream.Null) };
        response.Headers.Date = Noon;
        response.Headers.ETag = tag is null ? null : EntityTagHeaderValue.Parse(tag);
        response.Content.Headers.LastModified = age is null ? null : Noon.AddSeconds(-age.Value);
        response.Content.Headers.ContentLength = length;
        if (length is null)
        {
            response.Content = new PushContent();
            response.Content.Headers.LastModified = Noon.AddMinutes(-1);
        }

        var version = LinkVersion.Of(response);

        Assert.Equal(validator, version?.Validator);
        Assert.Equal(validator is null ? null : length, version?.Length);
    }

    /// <summary>A content whose length nobody knows.</summary>
    private sealed class PushContent : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context) => Task.CompletedTask;

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
