using System.Globalization;
using System.Security.Cryptography;
using SiliconFlow.Simulator;
using SiliconFlow.Video.Saving;
using SiliconFlow.Video.Service;
using SiliconFlow.Video.Tests.Hosting;
using SiliconFlow.Video.Tests.Service;

namespace SiliconFlow.Video.Tests.Saving;

/// <summary>What earlier runs left, however they ended.</summary>
public sealed class PartialFileTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private ServiceRig _rig = null!;
    private SFVideo _video = null!;
    private byte[] _content = null!;
    private LinkVersion _version = null!;

    private string Target => _folder["a.mp4"];

    public async Task InitializeAsync()
    {
        _rig = await ServiceRig.StartAsync(time: new VirtualTime());
        _video = await _rig.SubmitAndAskAsync();
        _content = _rig.Video(_video.RequestId);
        using var http = new HttpClient();
        using var head = await http.GetAsync(new Uri(_video.Url!), HttpCompletionOption.ResponseHeadersRead);
        _version = LinkVersion.Of(head)!;
    }

    public async Task DisposeAsync() => await _rig.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a.mp4")]
    [InlineData("another name, under which the video came in the run before.mp4")]
    public async Task Next_run_asks_for_the_rest_alone_by_whatever_link(string name)
    {
        Leave(5000, target: name);
        var fresh = await _rig.StatusClient().GetAsync(_video with { Url = null }, CancellationToken.None);

        await SaveAsync(fresh);

        Assert.Equal(("bytes=5000-", _version.Validator), (Call.Range, Call.IfRange));
        Assert.Equal(_content.Length - 5000, _rig.Meter.Received);
        await AssertRightAsync();
    }

    [Fact]
    public async Task Date_stands_in_where_there_is_no_entity_tag()
    {
        var modified = _rig.Connection.Time.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
        Leave(5000, _version with { Validator = modified });

        await SaveAsync();

        Assert.Equal(("bytes=5000-", modified), (Call.Range, Call.IfRange));
        Assert.Equal(_content.Length - 5000, _rig.Meter.Received);
        await AssertRightAsync();
    }

    [Fact]
    public async Task Whole_one_needs_no_call()
    {
        Leave(_content.Length);

        await SaveAsync();

        Assert.Equal(0, Later);
        await AssertRightAsync();
    }

    [Fact]
    public async Task Whole_one_that_is_no_video_is_fetched_anew()
    {
        await File.WriteAllBytesAsync(PartialPath(_version), new byte[_content.Length]);

        await SaveAsync(retry: RetrySettings.None);

        Assert.Null(Call.Range);
        await AssertRightAsync();
    }

    [Fact]
    public async Task One_of_an_old_version_gives_way()
    {
        Leave(5000, _version with { Validator = "\"older\"" });

        await SaveAsync();

        Assert.Equal("\"older\"", Call.IfRange);
        await AssertRightAsync();
    }

    /// <summary>After a power cut the last that was written may be holes, of the length that was meant.</summary>
    [Fact]
    public async Task One_from_before_the_systems_start_is_not_trusted()
    {
        File.SetLastWriteTimeUtc(Leave(5000), DateTime.UnixEpoch);

        await SaveAsync();

        Assert.Null(Call.Range);
        await AssertRightAsync();
    }

    [Fact]
    public async Task One_longer_than_the_whole_is_not_trusted()
    {
        Leave(5000, _version with { Length = 4000 });

        await SaveAsync();

        Assert.Null(Call.Range);
        await AssertRightAsync();
    }

    [Fact]
    public async Task All_of_the_same_job_go_when_the_video_is_there_and_no_other()
    {
        Leave(5000);
        Leave(10, _version with { Validator = "\"older\"" });
        Leave(10, target: "b.mp4");
        await File.WriteAllTextAsync(_folder[$"a.mp4.{_video.RequestId}.partial"], "no version");
        string[] others = ["a.mp4.other.13574.e-x.partial", "a.mp4.partial", "notes.txt", $"{_video.RequestId}.mp4"];
        Array.ForEach(others, other => File.WriteAllText(_folder[other], "not ours"));

        await SaveAsync();

        Assert.Equal([.. others.Append("a.mp4").Order(StringComparer.Ordinal)], _folder.Files);
    }

    [Fact]
    public async Task Download_that_another_process_is_at_is_an_error_and_not_disturbed()
    {
        var path = Leave(5000);
        using (await PartialFile.ReopenAsync(path, _version, CancellationToken.None))
        {
            var error = await Assert.ThrowsAsync<SFVideoDownloadException>(() => SaveAsync());

            Assert.Equal("DownloadFailed", error.ErrorId);
            Assert.Contains("used by another process", error.Message, StringComparison.Ordinal);
        }

        Assert.Equal(_content.Take(5000), await File.ReadAllBytesAsync(path));
        Assert.Equal([Path.GetFileName(path)], _folder.Files);
    }

    /// <summary>However many videos go to a folder, and however much lies there.</summary>
    [Fact]
    public async Task Folder_is_listed_once_a_run()
    {
        var saver = _rig.Saver();
        await saver.SaveAsync(_video, Target, CancellationToken.None);
        Leave(5000, target: "b.mp4");

        await saver.SaveAsync(_video, _folder["c.mp4"], CancellationToken.None);

        Assert.Null(Call.Range);
    }

    [Fact]
    public async Task Same_job_may_be_saved_twice_at_once()
    {
        Leave(5000);
        var saver = _rig.Saver();

        var files = await Task.WhenAll(
            saver.SaveAsync(_video, Target, CancellationToken.None), saver.SaveAsync(_video, _folder["b.mp4"], CancellationToken.None));

        Assert.Equal(files[0].Sha256, files[1].Sha256);
        Assert.Equal(["a.mp4", "b.mp4"], _folder.Files);
    }

    [Theory]
    [InlineData("Force", true)]
    [InlineData("no Force", false)]
    public async Task Target_that_is_there_is_not_replaced_by_a_part(string _, bool replace)
    {
        Leave(5000);
        await File.WriteAllTextAsync(Target, "as it was");
        _rig.Simulator.SetFaults(new FaultRule { Operation = Operation.Download, Fault = FaultKind.DropMidBody, AfterBytes = 1 });

        await Assert.ThrowsAsync<SFVideoDownloadException>(() => _rig.Saver(replace).SaveAsync(_video, Target, CancellationToken.None));

        Assert.Equal("as it was", await File.ReadAllTextAsync(Target));
        Assert.Equal(replace ? 5003 : 5000, new FileInfo(PartialPath(_version)).Length);
    }

    [Fact]
    public async Task Stopped_download_leaves_what_has_come()
    {
        _rig.Simulator.SetFaults(new FaultRule { Operation = Operation.Download, Fault = FaultKind.Slow, BytesPerSecond = 1000 });
        using var stop = new CancellationTokenSource();
        var save = _rig.Saver().SaveAsync(_video, Target, stop.Token);
        while (_rig.Meter.Received == 0 && !save.IsCompleted)
        {
            // The simulator stands by its clock, which stands still: nothing more comes.
            await Task.Yield();
        }

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => save);

        Assert.Equal(100, new FileInfo(PartialPath(_version)).Length);
        Assert.Equal((100, 100), (_rig.Meter.Received, _rig.Meter.Expected));
        _rig.Simulator.SetFaults();
        await SaveAsync();
        Assert.Equal("bytes=100-", Call.Range);
        await AssertRightAsync();
    }

    private CallRecord Call => _rig.Calls(Operation.Download)[^1];

    /// <summary>How many calls came after that of the preparation.</summary>
    private int Later => _rig.Calls(Operation.Download).Length - 1;

    private string PartialPath(LinkVersion version, string target = "a.mp4") => _folder[PartialName.Make(target, _video.RequestId, version)];

    private string Leave(int length, LinkVersion? version = null, string target = "a.mp4")
    {
        var path = PartialPath(version ?? _version, target);
        File.WriteAllBytes(path, [.. _content.Take(length)]);
        return path;
    }

    private Task<SFVideoFile> SaveAsync(SFVideo? video = null, RetrySettings? retry = null) =>
        _rig.Saver(retry: retry).SaveAsync(video ?? _video, Target, CancellationToken.None);

    private async Task AssertRightAsync()
    {
        Assert.Equal(_content, await File.ReadAllBytesAsync(Target));
        Assert.Equal(["a.mp4"], _folder.Files);
    }
}
