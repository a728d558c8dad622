using System.Buffers.Binary;
using SiliconFlow.Video.Saving;
using SiliconFlow.Video.Tests.Service;

namespace SiliconFlow.Video.Tests.Saving;

public sealed class VideoContainerTests
{
    [Theory]
    [InlineData("1280x720")]
    [InlineData("720x1280")]
    [InlineData("960x960")]
    public async Task Real_file_is_whole_and_broken_off_anywhere_before_its_last_box_it_is_not(string size)
    {
        await using var rig = await ServiceRig.StartAsync();
        var request = SiliconFlow.Video.Requests.VideoRequest.Create(new SFVideoRequest { Prompt = "p", ImageSize = size }, null);
        var file = rig.Video((await rig.SubmitClient().SubmitAsync(request, CancellationToken.None)).RequestId);
        var boxes = Boxes(file);
        Assert.Equal(["ftyp", "moov", "free", "mdat", "free"], boxes.Select(box => box.Type));
        var endOfMedia = boxes[^1].Start;

        Assert.Null(Fault(file));
        Assert.Null(Fault([.. file.Take(endOfMedia)]));
        for (var length = 0; length < file.Length; length++)
        {
            Assert.True(length == endOfMedia || Fault([.. file.Take(length)]) is not null, $"The first {length} of {file.Length} bytes pass for a whole video.");
        }
    }

    [Fact]
    public void Boxes_of_every_form_of_length_are_followed()
    {
        Assert.Null(Fault([.. Box("ftyp", 4), .. Box("moov", 10), .. Box("mdat", 100)]));
        Assert.Null(Fault([.. Box("ftyp", 4), .. Box("mdat", 100), .. Box("moov", 10)]));
        Assert.Null(Fault([.. Box("ftyp", 4), .. Box("moov", 10), .. LongBox("mdat", 100)]));
        Assert.Null(Fault([.. Box("ftyp", 4), .. Box("moov", 10), .. OpenBox("mdat", 100)]));
    }

    [Fact]
    public void File_without_index_or_without_content_is_no_video()
    {
        Assert.NotNull(Fault([.. Box("ftyp", 4), .. Box("mdat", 100)]));
        Assert.NotNull(Fault([.. Box("ftyp", 4), .. Box("moov", 10)]));
        Assert.NotNull(Fault([.. Box("ftyp", 4)]));
        Assert.NotNull(Fault([]));
    }

    [Fact]
    public void Length_that_cannot_be_is_a_fault_and_no_endless_loop()
    {
        var start = Box("ftyp", 4);
        foreach (var length in new uint[] { 1, 2, 7, 1000, uint.MaxValue })
        {
            Assert.NotNull(Fault([.. start, .. Header(length, "moov"), .. Box("mdat", 20)]));
        }

        foreach (var length in new ulong[] { 0, 15, 1000, long.MaxValue, ulong.MaxValue })
        {
            var large = new byte[8];
            BinaryPrimitives.WriteUInt64BigEndian(large, length);
            Assert.NotNull(Fault([.. start, .. Header(1, "moov"), .. large, .. Box("mdat", 20)]));
        }
    }

    [Theory]
    [InlineData("<html><head><title>503</title></head></html>")]
    [InlineData("<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code></Error>")]
    [InlineData("{\"code\":1}")]
    [InlineData("a")]
    public void Page_is_no_video(string text) => Assert.Equal("it is not a video file", Fault(System.Text.Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void WebM_is_known_by_its_start() => Assert.Null(Fault([0x1A, 0x45, 0xDF, 0xA3, 1, 2, 3]));

    internal static byte[] Box(string type, int content) => [.. Header((uint)(8 + content), type), .. new byte[content]];

    private static byte[] LongBox(string type, int content)
    {
        var large = new byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(large, (ulong)(16 + content));
        return [.. Header(1, type), .. large, .. new byte[content]];
    }

    private static byte[] OpenBox(string type, int content) => [.. Header(0, type), .. new byte[content]];

    private static byte[] Header(uint length, string type)
    {
        var header = new byte[8];
        BinaryPrimitives.WriteUInt32BigEndian(header, length);
        System.Text.Encoding.ASCII.GetBytes(type, header.AsSpan(4));
        return header;
    }

    private static (string Type, int Start)[] Boxes(byte[] file)
    {
        var boxes = new List<(string, int)>();
        for (var at = 0; at < file.Length;)
        {
            boxes.Add((System.Text.Encoding.ASCII.GetString(file, at + 4, 4), at));
            var length = BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at));
            at += length == 1 ? (int)BinaryPrimitives.ReadUInt64BigEndian(file.AsSpan(at + 8)) : (int)length;
        }

        return [.. boxes];
    }

    private static string? Fault(byte[] content)
    {
        using var file = new MemoryStream(content);
        return VideoContainer.FindFault(file)?.English;
    }
}
