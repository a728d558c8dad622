using SiliconFlow.Simulator;
using SiliconFlow.Video.Service;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Service;

/// <summary>What the host of a link asks for concerns its own downloads.</summary>
public sealed class HostPauseTests
{
    [Theory]
    [InlineData(429, "20", 20)]
    [InlineData(503, "20", 20)]
    [InlineData(503, "86400", 30)]
    [InlineData(500, "20", 0)]
    public async Task Host_is_left_alone_by_all_downloads_for_as_long_as_it_asks(int status, string retryAfter, int seconds)
    {
        using var folder = new TemporaryFolder();
        var time = new VirtualTime();
        await using var rig = await ServiceRig.StartAsync(time: time);
        var (first, second) = (await rig.SubmitAndAskAsync("first"), await rig.SubmitAndAskAsync("second"));
        rig.Simulator.SetFaults(new FaultRule { Operation = Operation.Download, Fault = FaultKind.Answer, Status = status, RetryAfter = retryAfter, RequestId = first.RequestId });
        var saver = rig.Saver(retry: RetrySettings.None);
        await Assert.ThrowsAsync<SFVideoDownloadException>(() => saver.SaveAsync(first, folder["first.mp4"], CancellationToken.None));

        // The service is asked meanwhile: the clock stands still.
        await rig.StatusClient().GetAsync(second, CancellationToken.None);
        Assert.Equal(TimeSpan.Zero, time.Elapsed);

        await time.RunAsync(saver.SaveAsync(second, folder["second.mp4"], CancellationToken.None));
        Assert.Equal(TimeSpan.FromSeconds(seconds), time.Elapsed);
    }

    [Fact]
    public void Other_hosts_are_not_concerned()
    {
        var pauses = new HostPauses(new VirtualTime());
        pauses.Extend(new Uri("https://one.example/a.mp4"), TimeSpan.FromSeconds(5));

        Assert.False(pauses.WaitAsync(new Uri("https://ONE.example/b.mp4"), CancellationToken.None).IsCompleted);
        Assert.True(pauses.WaitAsync(new Uri("https://two.example/a.mp4"), CancellationToken.None).IsCompleted);
        Assert.True(pauses.WaitAsync(new Uri("https://one.example:8443/a.mp4"), CancellationToken.None).IsCompleted);
    }
}
