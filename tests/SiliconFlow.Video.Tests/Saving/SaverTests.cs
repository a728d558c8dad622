using System.Security.Cryptography;
using SiliconFlow.Simulator;
using SiliconFlow.Video.Service;
using SiliconFlow.Video.Tests.Hosting;
using SiliconFlow.Video.Tests.Service;

namespace SiliconFlow.Video.Tests.Saving;

/// <summary>Bringing videos to disk: whole, or not at all.</summary>
public sealed class SaverTests : IAsyncLifetime, IDisposable
{
    private const string Before = "what was there before";

    private readonly TemporaryFolder _folder = new();
    private ServiceRig _rig = null!;

    public async Task InitializeAsync() => _rig = await ServiceRig.StartAsync();

    public async Task DisposeAsync() => await _rig.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task File_is_the_services_own_bytes_with_length_and_hash()
    {
        var video = await _rig.SubmitAndAskAsync();

        var file = await _rig.Saver().SaveAsync(video, _folder["a.mp4"], CancellationToken.None);

        var content = await File.ReadAllBytesAsync(_folder["a.mp4"]);
        Assert.Equal(_rig.Video(video.RequestId), content);
        Assert.Equal((_folder["a.mp4"], content.LongLength, Convert.ToHexString(SHA256.HashData(content))), (file.FullName, file.Length, file.Sha256));
        Assert.Equal(["a.mp4"], _folder.Files);
        Assert.Empty(_rig.Calls(Operation.Status).Skip(1));
    }

    /// <summary>Everything that can go wrong with a transfer and goes on going wrong.</summary>
    public static TheoryData<string> Failures => [.. Faults.Keys];

    /// <summary>Those after which another run can go on from what has come.</summary>
    private static readonly string[] Resumable = ["drop mid-body", "drop at the last byte", "length too long"];

    private static IReadOnlyDictionary<string, (FaultRule Rule, bool Repeated)> Faults { get; } = new Dictionary<string, (FaultRule, bool)>(StringComparer.Ordinal)
    {
        ["truncated"] = (Download(FaultKind.Truncated), true),
        ["truncated to its index"] = (Download(FaultKind.Truncated) with { AfterBytes = 1025 }, true),
        ["truncated to nothing"] = (Download(FaultKind.Truncated) with { AfterBytes = 0 }, true),
        ["drop mid-body"] = (Download(FaultKind.DropMidBody), true),
        ["drop at the last byte"] = (Download(FaultKind.DropMidBody) with { AfterFraction = 0.9999 }, true),
        ["drop before reading"] = (Download(FaultKind.DropBeforeReading), true),
        ["length too long"] = (Download(FaultKind.WrongLength) with { LengthChange = 100 }, true),
        ["length too short"] = (Download(FaultKind.WrongLength) with { LengthChange = -100 }, true),
        ["no body"] = (Download(FaultKind.EmptyBody), true),
        ["HTML with 200"] = (Answer(200, "<html>Welcome to the hotel</html>"), true),
        ["JSON with 200"] = (Download(FaultKind.GarbageJson), true),
        ["408"] = (Answer(408, ""), true),
        ["429"] = (Answer(429, ""), true),
        ["500"] = (Answer(500, ""), true),
        ["503"] = (Answer(503, "<html/>"), true),
        ["400"] = (Answer(400, ""), false),
        ["401"] = (Answer(401, ""), false),
        ["204"] = (Answer(204, ""), false),
        ["206"] = (Answer(206, "part"), false),
        ["redirect in a circle"] = (Redirect("?"), false),
        ["redirect to plain http elsewhere"] = (Redirect("http://elsewhere.example/a.mp4"), false),
        ["redirect to a file"] = (Redirect("file:///etc/passwd"), false),
        ["redirect to nowhere"] = (Redirect("//"), false),
        ["redirect to no host"] = (Redirect("http://"), false),
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Failed_download_leaves_the_target_as_it_was(string name)
    {
        var (rule, repeated) = Faults[name];
        _rig.Simulator.SetFaults(rule);
        await File.WriteAllTextAsync(_folder["old.mp4"], Before);

        var fresh = await Assert.ThrowsAsync<SFVideoDownloadException>(() => SaveAsync("new.mp4", replace: false));
        var calls = _rig.Calls(Operation.Download).Length;
        var old = await Assert.ThrowsAsync<SFVideoDownloadException>(() => SaveAsync("old.mp4", replace: true));

        Assert.All([fresh, old], error => Assert.Equal(("DownloadFailed", "Download"), (error.ErrorId, error.Operation)));
        Assert.All([fresh, old], error => Assert.NotNull(error.RequestId));
        Assert.Equal(Before, await File.ReadAllTextAsync(_folder["old.mp4"]));
        Assert.Equal(["old.mp4"], _folder.Finished);
        Assert.Equal(Resumable.Contains(name) ? 2 : 0, _folder.Partials.Length);

        Assert.Equal(
            name switch
            {
                "redirect in a circle" => 6,

                // Each of these halves what is left, and brings the transfer on for as long as that is much.
                "drop mid-body" => 4 + 3,
                "drop at the last byte" => 1 + 3,

                // This brings the transfer on once, and is found out in each later try by the host, which has no such rest.
                "length too long" => 1 + (2 * 3),
                _ => repeated ? 3 : 1,
            },
            calls);
        Assert.Equal(2, _rig.Simulator.Bill.Count);
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Passing_failure_of_a_download_is_overcome(string name)
    {
        var (rule, repeated) = Faults[name];
        _rig.Simulator.SetFaults(rule with { Occurrences = repeated ? "1-2" : "1000" });
        await File.WriteAllTextAsync(_folder["old.mp4"], Before);

        var file = await SaveAsync("old.mp4", replace: true);

        Assert.Equal(_rig.Video(file.RequestId), await File.ReadAllBytesAsync(_folder["old.mp4"]));
        Assert.Equal(["old.mp4"], _folder.Files);
        Assert.Equal(!repeated ? 0 : name == "length too long" ? 1 : 2, _rig.Observer.Retries.Count(retry => retry.Operation == "Download"));
    }

    [Fact]
    public async Task Redirect_to_a_safe_address_is_followed()
    {
        var video = await _rig.SubmitAndAskAsync();
        _rig.Simulator.SetFaults(Redirect(new Uri(video.Url!).PathAndQuery) with { Occurrences = "1-5" });

        await _rig.Saver().SaveAsync(video, _folder["a.mp4"], CancellationToken.None);

        Assert.Equal(6, _rig.Calls(Operation.Download).Length);
    }

    [Theory]
    [InlineData("http://elsewhere.example/a.mp4")]
    [InlineData("ftp://127.0.0.1/a.mp4")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://")]
    public async Task Link_that_is_not_safe_is_not_followed(string url)
    {
        var video = new SFVideo("k6c86xim31fv") { Status = SFVideoStatus.Succeeded, Url = url };

        var error = await Assert.ThrowsAsync<SFVideoDownloadException>(() => _rig.Saver().SaveAsync(video, _folder["a.mp4"], CancellationToken.None));

        Assert.Equal("DownloadFailed", error.ErrorId);
        Assert.Empty(_rig.Observer.Calls);
        Assert.Empty(_folder.Files);
    }

    [Fact]
    public async Task Silent_host_is_given_up_and_asked_again()
    {
        var time = new VirtualTime();
        await using var rig = await ServiceRig.StartAsync(ServiceRig.Instant with { LinkLifetime = TimeSpan.FromHours(1) }, time);
        var video = await rig.SubmitAndAskAsync();
        rig.Simulator.SetFaults(Download(FaultKind.Hang) with { Occurrences = "1" });

        var download = rig.Saver().SaveAsync(video, _folder["a.mp4"], CancellationToken.None);
        await rig.Simulator.WaitForCallAsync(Operation.Download);
        time.Advance(rig.Connection.RequestTimeout);
        await download;

        Assert.Contains("no answer in time", rig.Observer.Retries.Single().Cause.Message, StringComparison.Ordinal);
        Assert.Equal(["a.mp4"], _folder.Files);
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(410)]
    public async Task Link_that_has_ended_is_asked_for_afresh_at_most_twice(int status)
    {
        var video = await _rig.SubmitAndAskAsync();
        _rig.Simulator.SetFaults(Answer(status, "<Error/>"));

        var error = await Assert.ThrowsAsync<SFVideoDownloadException>(() => _rig.Saver().SaveAsync(video, _folder["a.mp4"], CancellationToken.None));

        Assert.Equal(("LinkExpired", status, video.RequestId, video.TraceId), (error.ErrorId, error.StatusCode, error.RequestId, error.TraceId));
        Assert.Equal(3, _rig.Calls(Operation.Download).Length);
        Assert.Equal(2, _rig.Calls(Operation.Status).Length - 1);
        Assert.Empty(_folder.Files);
        Assert.Single(_rig.Simulator.Bill);
    }

    [Fact]
    public async Task Second_fresh_link_may_still_work()
    {
        var video = await _rig.SubmitAndAskAsync();
        _rig.Simulator.SetFaults(Download(FaultKind.ExpiredLink) with { Occurrences = "1-2" });

        await _rig.Saver().SaveAsync(video, _folder["a.mp4"], CancellationToken.None);

        Assert.Equal(["a.mp4"], _folder.Files);
    }

    [Fact]
    public async Task Link_known_to_have_ended_is_not_tried()
    {
        var video = await _rig.SubmitAndAskAsync() with { LinkExpiresAt = _rig.Connection.Time.GetLocalNow().DateTime };

        await _rig.Saver().SaveAsync(video, _folder["a.mp4"], CancellationToken.None);

        Assert.Single(_rig.Calls(Operation.Download));
        Assert.Equal(2, _rig.Calls(Operation.Status).Length);
    }

    [Fact]
    public async Task Job_without_a_link_is_asked_for_once()
    {
        await _rig.Saver().SaveAsync(await _rig.SubmitAsync(), _folder["a.mp4"], CancellationToken.None);

        Assert.Single(_rig.Calls(Operation.Status));
        Assert.Equal(["a.mp4"], _folder.Files);
    }

    [Fact]
    public async Task Job_that_is_not_finished_is_asked_once_and_not_ready()
    {
        await using var rig = await ServiceRig.StartAsync(ServiceRig.Instant with { HoldJobs = true });
        var video = await rig.SubmitAsync();

        var error = await Assert.ThrowsAsync<SFVideoDownloadException>(() => rig.Saver().SaveAsync(video, _folder["a.mp4"], CancellationToken.None));

        Assert.Equal(("VideoNotReady", video.RequestId), (error.ErrorId, error.RequestId));
        Assert.Contains("InQueue", error.Message, StringComparison.Ordinal);
        Assert.Contains(rig.Calls(Operation.Status).Single().TraceId!, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Job_that_failed_is_a_failed_generation_and_asked_only_where_that_is_not_known()
    {
        await using var rig = await ServiceRig.StartAsync(ServiceRig.Instant with { HoldJobs = true });
        var video = await rig.SubmitAsync();
        rig.Simulator.TryFail(video.RequestId, "content policy");

        var error = await Assert.ThrowsAsync<SFVideoGenerationFailedException>(() => rig.Saver().SaveAsync(video, _folder["a.mp4"], CancellationToken.None));
        Assert.Contains("content policy", error.Message, StringComparison.Ordinal);

        var known = await rig.StatusClient().GetAsync(video, CancellationToken.None);
        await Assert.ThrowsAsync<SFVideoGenerationFailedException>(() => rig.Saver().SaveAsync(known, _folder["a.mp4"], CancellationToken.None));
        Assert.Equal(2, rig.Calls(Operation.Status).Length);
    }

    [Fact]
    public async Task File_that_is_there_stays_and_nothing_is_asked()
    {
        await File.WriteAllTextAsync(_folder["a.mp4"], Before);

        var error = await Assert.ThrowsAsync<SFVideoDownloadException>(() => SaveAsync("a.mp4", replace: false));

        Assert.Equal("FileExists", error.ErrorId);
        Assert.Equal(Before, await File.ReadAllTextAsync(_folder["a.mp4"]));
        Assert.Empty(_rig.Calls(Operation.Download));
    }

    [Fact]
    public async Task File_that_appears_during_the_download_stays()
    {
        var video = await _rig.SubmitAndAskAsync();
        using var hold = _rig.Simulator.HoldCalls(Operation.Download);
        var save = _rig.Saver().SaveAsync(video, _folder["a.mp4"], CancellationToken.None);
        await _rig.Simulator.WaitForCallAsync(Operation.Download);
        await File.WriteAllTextAsync(_folder["a.mp4"], Before);
        hold.Dispose();

        var error = await Assert.ThrowsAsync<SFVideoDownloadException>(() => save);

        Assert.Equal("FileExists", error.ErrorId);
        Assert.Equal(Before, await File.ReadAllTextAsync(_folder["a.mp4"]));
        Assert.Equal(["a.mp4"], _folder.Files);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Target_that_is_a_folder_is_a_failed_download(bool replace)
    {
        Directory.CreateDirectory(_folder["a.mp4"]);

        var error = await Assert.ThrowsAsync<SFVideoDownloadException>(() => SaveAsync("a.mp4", replace));

        Assert.Equal("DownloadFailed", error.ErrorId);
        Assert.NotNull(error.InnerException);
        Assert.True(Directory.Exists(_folder["a.mp4"]));
        Assert.Empty(_folder.Files);
    }

    [Fact]
    public async Task Folder_that_is_not_there_is_a_failed_download_and_not_tried_again()
    {
        var error = await Assert.ThrowsAsync<SFVideoDownloadException>(() => SaveAsync("no/such/folder/a.mp4", replace: false));

        Assert.Equal("DownloadFailed", error.ErrorId);
        Assert.IsType<DirectoryNotFoundException>(error.InnerException);
        Assert.Single(_rig.Calls(Operation.Download));
    }

    [Fact]
    public async Task Download_that_is_given_up_leaves_nothing()
    {
        var video = await _rig.SubmitAndAskAsync();
        using var stop = new CancellationTokenSource();
        using var hold = _rig.Simulator.HoldCalls(Operation.Download);
        var save = _rig.Saver().SaveAsync(video, _folder["a.mp4"], stop.Token);
        await _rig.Simulator.WaitForCallAsync(Operation.Download);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => save);
        Assert.Empty(_folder.Files);
    }

    [Fact]
    public async Task Partial_file_of_a_crashed_run_is_overwritten()
    {
        var video = await _rig.SubmitAndAskAsync();
        await File.WriteAllTextAsync(_folder[$"a.mp4.{video.RequestId}.partial"], new string('x', 1_000_000));

        await _rig.Saver().SaveAsync(video, _folder["a.mp4"], CancellationToken.None);

        Assert.Equal(_rig.Video(video.RequestId), await File.ReadAllBytesAsync(_folder["a.mp4"]));
        Assert.Equal(["a.mp4"], _folder.Files);
    }

    private static FaultRule Download(FaultKind fault) => new() { Operation = Operation.Download, Fault = fault };

    private static FaultRule Answer(int status, string body) => Download(FaultKind.Answer) with { Status = status, Body = body };

    private static FaultRule Redirect(string location) => Download(FaultKind.Redirect) with { Location = location };

    private async Task<SFVideoFile> SaveAsync(string name, bool replace) =>
        await _rig.Saver(replace).SaveAsync(await _rig.SubmitAndAskAsync(), _folder[name], CancellationToken.None);
}
