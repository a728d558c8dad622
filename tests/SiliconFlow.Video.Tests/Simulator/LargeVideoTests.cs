using System.Net;
using System.Security.Cryptography;
using SiliconFlow.Simulator;

namespace SiliconFlow.Video.Tests.Simulator;

public sealed class LargeVideoTests : SimulatorTest
{
    private const long FiveGigabytes = 5L << 30;

    protected override SimulatorOptions Options => base.Options with { VideoLength = FiveGigabytes };

    [Fact]
    public async Task A_piece_far_inside_a_large_video_is_what_the_stream_holds_there()
    {
        var job = await SubmitAsync();
        const long At = FiveGigabytes - 3_000_000;
        using var response = await GetAsync(await LinkAsync(job), $"bytes={At}-");
        var piece = await response.Content.ReadAsByteArrayAsync();

        using var video = Service.OpenVideo(job);
        Assert.Equal(FiveGigabytes, video.Length);
        video.Seek(-3_000_000, SeekOrigin.End);
        Assert.Equal(HttpStatusCode.PartialContent, response.StatusCode);
        Assert.Equal(3_000_000, piece.Length);
        Assert.Equal(SHA256.HashData(video), SHA256.HashData(piece));
    }

    [Fact]
    public async Task The_box_that_fills_a_large_video_reaches_to_its_end()
    {
        var job = await SubmitAsync();
        await using var small = await ServiceSimulator.StartAsync(base.Options);
        using var submit = await Http.PostAsync(new Uri(small.BaseUri, "/v1/video/submit"), new StringContent(SubmitBody()));
        using var video = Service.OpenVideo(job);
        using var clip = small.OpenVideo(small.Jobs[0].RequestId);

        // The small file is the clip and a box of 80 bytes; the large one has its box, in the 64-bit form, at the same place.
        var boxAt = clip.Length - 80;
        video.Position = boxAt;
        var head = new byte[16];
        video.ReadExactly(head);

        Assert.Equal([0, 0, 0, 1, .. "free"u8], head[..8]);
        Assert.Equal(FiveGigabytes - boxAt, System.Buffers.Binary.BinaryPrimitives.ReadInt64BigEndian(head.AsSpan(8)));
    }

    [Fact]
    public async Task A_length_that_holds_no_clip_is_refused() =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => ServiceSimulator.StartAsync(new SimulatorOptions { VideoLength = 1000 }));
}
