using System.Buffers.Binary;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace SiliconFlow.Video.Tests.Simulator;

public sealed class DownloadTests : SimulatorTest
{
    [Theory]
    [InlineData("1280x720")]
    [InlineData("720x1280")]
    [InlineData("960x960")]
    public async Task Each_size_has_a_video_of_that_size(string size)
    {
        var job = await SubmitAsync(size: size);
        using var response = await GetAsync(await LinkAsync(job));
        var video = await response.Content.ReadAsByteArrayAsync();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("video/mp4", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("bytes", Header(response, "Accept-Ranges"));
        Assert.Equal(Time.GetUtcNow(), response.Content.Headers.LastModified);
        Assert.Equal(VideoOf(job), video);
        Assert.Equal(["ftyp", "moov", "free", "mdat", "free"], Boxes(video));
        Assert.Equal(size, PixelSize(video));
    }

    [Fact]
    public async Task No_two_jobs_have_the_same_file()
    {
        string first = await SubmitAsync(), second = await SubmitAsync();

        Assert.NotEqual(SHA256.HashData(VideoOf(first)), SHA256.HashData(VideoOf(second)));
    }

    [Theory]
    [InlineData("bytes=0-0", 0, 0)]
    [InlineData("bytes=100-199", 100, 199)]
    [InlineData("bytes=5000-", 5000, null)]
    [InlineData("bytes=13000-99999999", 13000, null)]
    [InlineData("bytes=-10", -10, null)]
    [InlineData("bytes=-99999999", 0, null)]
    public async Task A_range_gives_just_these_bytes(string range, int start, int? end)
    {
        var job = await SubmitAsync();
        var whole = VideoOf(job);
        using var response = await GetAsync(await LinkAsync(job), range);

        var first = start < 0 ? whole.Length + start : start;
        var last = end ?? whole.Length - 1;
        Assert.Equal(HttpStatusCode.PartialContent, response.StatusCode);
        Assert.Equal($"bytes {first}-{last}/{whole.Length}", Header(response, "Content-Range"));
        Assert.Equal(whole[first..(last + 1)], await response.Content.ReadAsByteArrayAsync());
        Assert.Equal(range, Service.Calls[^1].Range);
    }

    [Theory]
    [InlineData("bytes=99999999-")]
    [InlineData("bytes=-0")]
    public async Task A_range_past_the_end_cannot_be_satisfied(string range)
    {
        var job = await SubmitAsync();
        using var response = await GetAsync(await LinkAsync(job), range);

        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, response.StatusCode);
        Assert.Equal($"bytes */{VideoOf(job).Length}", Header(response, "Content-Range"));
    }

    [Theory]
    [InlineData("bytes=0-1,5-6")]
    [InlineData("lines=0-1")]
    [InlineData("bytes=5-1")]
    [InlineData("nonsense")]
    public async Task A_range_that_is_not_understood_gives_the_whole(string range)
    {
        using var response = await GetAsync(await SubmitAndLinkAsync(), range);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task If_range_holds_for_this_version_only()
    {
        var link = await SubmitAndLinkAsync();
        using var whole = await GetAsync(link);
        var (etag, modified) = (Header(whole, "ETag"), Header(whole, "Last-Modified"));

        Assert.Matches("^\"[0-9a-f]{32}\"$", etag);
        foreach (var (condition, expected) in new[] { (etag, 206), (modified, 206), ("\"other\"", 200), ("Mon, 02 Feb 2026 00:00:00 GMT", 200) })
        {
            using var response = await GetAsync(link, "bytes=10-", condition);
            Assert.Equal(expected, (int)response.StatusCode);
            Assert.Equal(condition, Service.Calls[^1].IfRange);
        }
    }

    [Fact]
    public async Task If_none_match_spares_the_body()
    {
        var link = await SubmitAndLinkAsync();
        using var whole = await GetAsync(link);
        using var request = new HttpRequestMessage(HttpMethod.Get, link);
        request.Headers.IfNoneMatch.Add(whole.Headers.ETag!);

        using var response = await Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotModified, response.StatusCode);
    }

    [Fact]
    public async Task Head_gives_the_headers_alone()
    {
        var job = await SubmitAsync();
        using var response = await GetAsync(await LinkAsync(job), method: HttpMethod.Head);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(VideoOf(job).Length, response.Content.Headers.ContentLength);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
        Assert.Equal("HEAD", Service.Calls[^1].Method);
    }

    [Fact]
    public async Task A_key_sent_along_is_on_record()
    {
        var link = await SubmitAndLinkAsync();
        using var withKey = await Http.GetAsync(link);
        Http.DefaultRequestHeaders.Authorization = null;
        using var without = await GetAsync(link);

        Assert.Equal([true, false], Service.Calls.TakeLast(2).Select(call => call.AuthorizationPresent));
    }

    private static List<string> Boxes(ReadOnlySpan<byte> file)
    {
        var boxes = new List<string>();
        while (!file.IsEmpty)
        {
            var size = (long)BinaryPrimitives.ReadUInt32BigEndian(file);
            boxes.Add(Encoding.ASCII.GetString(file[4..8]));
            file = file[(int)(size == 1 ? BinaryPrimitives.ReadInt64BigEndian(file[8..]) : size)..];
        }

        return boxes;
    }

    /// <summary>The width and height that end the track header, in 16.16 fixed point.</summary>
    private static string PixelSize(ReadOnlySpan<byte> file)
    {
        var at = file.IndexOf("tkhd"u8) - 4;
        var header = file.Slice(at, BinaryPrimitives.ReadInt32BigEndian(file[at..]));
        return $"{BinaryPrimitives.ReadInt32BigEndian(header[^8..]) >> 16}x{BinaryPrimitives.ReadInt32BigEndian(header[^4..]) >> 16}";
    }
}
