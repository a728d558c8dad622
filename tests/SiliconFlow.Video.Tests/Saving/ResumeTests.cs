using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SiliconFlow.Simulator;
using SiliconFlow.Video.Tests.Hosting;
using SiliconFlow.Video.Tests.Service;

namespace SiliconFlow.Video.Tests.Saving;

/// <summary>Transfers that break off and go on from where they were, within one run.</summary>
public sealed class ResumeTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private ServiceRig _rig = null!;

    public async Task InitializeAsync() => _rig = await ServiceRig.StartAsync();

    public async Task DisposeAsync() => await _rig.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Only_the_rest_is_asked_for_and_only_of_the_same_version()
    {
        _rig.Simulator.SetFaults(Drop(4096, "1"), Drop(1000, "2"));

        var file = await SaveAsync();

        Assert.Equal([null, "bytes=4096-", "bytes=5096-"], Calls.Select(call => call.Range));
        Assert.Null(Calls[0].IfRange);
        Assert.All(Calls.Skip(1), call => Assert.Matches("^\"[0-9a-f]{32}\"$", call.IfRange));
        await AssertRightAsync(file);
        Assert.Equal((file.Length, file.Length), (_rig.Meter.Received, _rig.Meter.Expected));
    }

    public static TheoryData<string> OddAnswers => [.. Answers.Keys];

    /// <summary>What hosts answer that have not the rest that was asked for.</summary>
    private static IReadOnlyDictionary<string, FaultRule> Answers { get; } = new Dictionary<string, FaultRule>(StringComparer.Ordinal)
    {
        ["range ignored"] = Rule(FaultKind.IgnoreRange, "2"),
        ["range refused"] = Rule(FaultKind.Answer, "2") with { Status = 416 },
        ["another place"] = Headers("Content-Range", "bytes 0-9477/13574"),
        ["another length"] = Headers("Content-Range", "bytes 4096-13573/13575"),
        ["unknown length"] = Headers("Content-Range", "bytes 4096-13573/*"),
        ["another unit"] = Headers("Content-Range", "lines 4096-13573/13574"),
        ["no place"] = Headers("Content-Range", null),
        ["nonsense for a place"] = Headers("Content-Range", "soon"),
        ["another version"] = Headers("ETag", "\"another\""),
        ["a weak version"] = Headers("ETag", "W/\"another\""),
    };

    [Theory]
    [MemberData(nameof(OddAnswers))]
    public async Task What_is_not_the_rest_begins_the_transfer_anew(string answer)
    {
        _rig.Simulator.SetFaults(Drop(4096, "1"), Answers[answer]);

        await AssertRightAsync(await SaveAsync());

        Assert.Equal("bytes=4096-", Calls[1].Range);
        Assert.Equal(answer == "range ignored" ? 2 : 3, Calls.Length);
        Assert.All(Calls.Skip(2), call => Assert.Equal((null, null), (call.Range, call.IfRange)));
    }

    [Fact]
    public async Task Video_that_was_replaced_meanwhile_comes_whole()
    {
        _rig.Simulator.SetFaults(Drop(4096, "1"), Rule(FaultKind.ChangedETag, "2"));

        var file = await SaveAsync();

        var original = _rig.Video(file.RequestId);
        var content = await File.ReadAllBytesAsync(file.FullName);
        Assert.Equal(2, Calls.Length);
        Assert.Equal(original.Length, content.Length);
        Assert.Contains(file.RequestId + "/replaced", Encoding.ASCII.GetString(content), StringComparison.Ordinal);
        Assert.Equal(Convert.ToHexString(SHA256.HashData(content)), file.Sha256);
        Assert.Equal(["a.mp4"], _folder.Files);
    }

    /// <summary>A host that sends another file's bytes under the right headers.</summary>
    [Fact]
    public async Task File_put_together_from_pieces_that_do_not_fit_is_fetched_as_a_whole()
    {
        var video = await _rig.SubmitAndAskAsync();
        var length = _rig.Video(video.RequestId).Length;
        _rig.Simulator.SetFaults(Drop(500, "1"), Rule(FaultKind.Answer, "2") with
        {
            Status = 206,
            Body = new string('x', length - 500),
            Headers = new Dictionary<string, string?> { ["Content-Range"] = FormattableString.Invariant($"bytes 500-{length - 1}/{length}") },
        });

        await AssertRightAsync(await _rig.Saver(retry: Video.Service.RetrySettings.None with { MaxRetries = 1 }).SaveAsync(video, _folder["a.mp4"], CancellationToken.None));

        Assert.Equal([null, "bytes=500-", null], Calls.Select(call => call.Range));
        Assert.Single(_rig.Observer.Retries);
    }

    [Fact]
    public async Task Transfer_that_comes_on_is_not_given_up()
    {
        _rig.Simulator.SetFaults(Drop(1000, "1-"));

        await AssertRightAsync(await SaveAsync());

        Assert.Equal(14, Calls.Length);
        Assert.All(_rig.Observer.Retries, retry => Assert.Equal((1, 2), (retry.Attempt, retry.MaxAttempts)));
    }

    [Fact]
    public async Task Transfer_that_drips_comes_to_an_end()
    {
        _rig.Simulator.SetFaults(Drop(1, "1-"));

        var error = await Assert.ThrowsAsync<SFVideoDownloadException>(SaveAsync);

        Assert.Equal("DownloadFailed", error.ErrorId);
        Assert.Equal([null, "bytes=1-", "bytes=2-"], Calls.Select(call => call.Range));
        Assert.Equal(3, new FileInfo(_folder[Assert.Single(_folder.Files)]).Length);
        Assert.Equal((3, 3), (_rig.Meter.Received, _rig.Meter.Expected));
    }

    [Fact]
    public async Task Link_that_ends_in_mid_transfer_is_asked_for_afresh_and_the_rest_alone_comes()
    {
        _rig.Simulator.SetFaults(Drop(2000, "1,3,5,7,9"), Rule(FaultKind.ExpiredLink, "2,4,6,8"));

        await AssertRightAsync(await SaveAsync());

        Assert.Equal("bytes=10000-", Calls[^1].Range);
        Assert.Equal(1 + 4, _rig.Calls(Operation.Status).Length);
    }

    private static FaultRule Rule(FaultKind fault, string occurrences) => new() { Operation = Operation.Download, Fault = fault, Occurrences = Occurrences.Parse(occurrences) };

    private static FaultRule Drop(long after, string occurrences) => Rule(FaultKind.DropMidBody, occurrences) with { AfterBytes = after };

    private static FaultRule Headers(string name, string? value) => Rule(FaultKind.ChangedHeaders, "2") with { Headers = new Dictionary<string, string?> { [name] = value } };

    private CallRecord[] Calls => _rig.Calls(Operation.Download);

    private async Task<SFVideoFile> SaveAsync() => await _rig.Saver().SaveAsync(await _rig.SubmitAndAskAsync(), _folder["a.mp4"], CancellationToken.None);

    private async Task AssertRightAsync(SFVideoFile file)
    {
        var content = await File.ReadAllBytesAsync(file.FullName);
        Assert.Equal(_rig.Video(file.RequestId), content);
        Assert.Equal(Convert.ToHexString(SHA256.HashData(content)), file.Sha256);
        Assert.Equal(["a.mp4"], _folder.Files);
    }
}
