using SiliconFlow.Simulator;
using SiliconFlow.Video.Saving;
using SiliconFlow.Video.Service;
using SiliconFlow.Video.Tests.Hosting;
using SiliconFlow.Video.Tests.Service;

namespace SiliconFlow.Video.Tests.Saving;

/// <summary>Downloads that the disk has no room for are not begun.</summary>
public sealed class DiskSpaceTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private ServiceRig _rig = null!;
    private SFVideo _video = null!;
    private int _length;

    public async Task InitializeAsync()
    {
        _rig = await ServiceRig.StartAsync();
        _video = await _rig.SubmitAndAskAsync();
        _length = _rig.Video(_video.RequestId).Length;
    }

    public async Task DisposeAsync() => await _rig.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Too_little_room_is_said_at_once_with_what_is_needed()
    {
        var error = await Assert.ThrowsAsync<SFVideoDownloadException>(() => SaveAsync(_length - 1));

        Assert.Equal("DownloadFailed", error.ErrorId);
        Assert.Contains($"{_length} bytes are needed, {_length - 1} are free", error.Message, StringComparison.Ordinal);
        Assert.Empty(_folder.Files);
        Assert.Single(_rig.Calls(Operation.Download));
    }

    [Fact]
    public async Task Just_enough_is_enough()
    {
        await SaveAsync(_length);

        Assert.Equal(["a.mp4"], _folder.Files);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(-1, false)]
    public async Task Only_the_rest_needs_room(int more, bool enough)
    {
        _rig.Simulator.SetFaults(new FaultRule { Operation = Operation.Download, Fault = FaultKind.DropMidBody, AfterBytes = 5000, Occurrences = 1 });
        await Assert.ThrowsAsync<SFVideoDownloadException>(() => _rig.Saver(retry: RetrySettings.None).SaveAsync(_video, _folder["a.mp4"], CancellationToken.None));

        var save = SaveAsync(_length - 5000 + more);

        if (enough)
        {
            await save;
        }
        else
        {
            Assert.Contains("too little room", (await Assert.ThrowsAsync<SFVideoDownloadException>(() => save)).Message, StringComparison.Ordinal);
        }

        Assert.Equal(enough ? ["a.mp4"] : [], _folder.Finished);
        Assert.Equal(enough ? 0 : 1, _folder.Partials.Length);
    }

    [Fact]
    public async Task What_others_still_need_counts()
    {
        var other = await _rig.SubmitAndAskAsync("another");
        _rig.Simulator.SetFaults(new FaultRule { Operation = Operation.Download, Fault = FaultKind.Slow, BytesPerSecond = 1, RequestId = other.RequestId });
        var saver = _rig.Saver(freeSpace: _ => _length + 5000);
        using var stop = new CancellationTokenSource();
        var slow = saver.SaveAsync(other, _folder["other.mp4"], stop.Token);
        while (_rig.Meter.Received == 0 && !slow.IsCompleted)
        {
            await Task.Yield();
        }

        var error = await Assert.ThrowsAsync<SFVideoDownloadException>(() => saver.SaveAsync(_video, _folder["a.mp4"], CancellationToken.None));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => slow);
        await saver.SaveAsync(_video, _folder["a.mp4"], CancellationToken.None);

        Assert.Matches("are free, of which other downloads need [0-9]+", error.Message);
        Assert.Equal(["a.mp4"], _folder.Finished);
    }

    [Fact]
    public async Task Room_that_nobody_can_tell_is_not_asked_for()
    {
        await SaveAsync(null);

        Assert.Equal(["a.mp4"], _folder.Files);
    }

    [Fact]
    public void Room_of_a_folder_is_that_of_its_volume()
    {
        Assert.InRange(DiskSpace.FreeAt(_folder.Path)!.Value, 1, long.MaxValue);
        Assert.Null(DiskSpace.FreeAt(_folder["no such folder"]));
    }

    private Task<SFVideoFile> SaveAsync(long? free) => _rig.Saver(freeSpace: _ => free).SaveAsync(_video, _folder["a.mp4"], CancellationToken.None);
}
