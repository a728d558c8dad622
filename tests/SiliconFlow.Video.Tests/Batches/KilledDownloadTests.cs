using SiliconFlow.Simulator;
using SiliconFlow.Video.CrashCampaign;

namespace SiliconFlow.Video.Tests.Batches;

public sealed class KilledDownloadTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly BatchFolder _folder = new();

    [Fact]
    public async Task Killed_download_is_gone_on_from_by_the_next_run()
    {
        await using var service = await ServiceSimulator.StartAsync(new SimulatorOptions { QueueTime = TimeSpan.Zero, RunTime = TimeSpan.Zero });
        service.SetFaults(new FaultRule { Operation = Operation.Download, Fault = FaultKind.Slow, BytesPerSecond = 1000 });
        _folder.Write([new Row("cat", "a cat", "1280x720", IsLost: false)]);
        long length;
        using (var run = await StartAsync(service))
        {
            await FirstBytesAsync();
            await run.KillAsync();
            length = new FileInfo(Assert.Single(_folder.Partials)).Length;
        }

        service.SetFaults();
        using var again = await StartAsync(service);
        using var patience = new CancellationTokenSource(Patience);
        Assert.StartsWith("Saved\t", await again.ReceiveAsync(patience.Token), StringComparison.Ordinal);
        Assert.Equal("end", await again.ReceiveAsync(patience.Token));

        Assert.Equal([null, $"bytes={length}-"], service.Calls.Where(call => call.Operation == Operation.Download).Select(call => call.Range));
        Assert.Empty(_folder.Partials);
        using var video = service.OpenVideo(Assert.Single(service.Bill).RequestId);
        using var content = new MemoryStream();
        await video.CopyToAsync(content);
        Assert.Equal(content.ToArray(), await File.ReadAllBytesAsync(Assert.Single(_folder.Videos)));
    }

    public void Dispose() => _folder.Dispose();

    private async Task<EngineProcess> StartAsync(ServiceSimulator service)
    {
        using var patience = new CancellationTokenSource(Patience);
        var run = EngineProcess.Start(Campaign.Script);
        Assert.Equal("ready", await run.ReceiveAsync(patience.Token));
        await run.SendAsync($"{_folder.Path}\t{service.BaseUri}\t100");
        return run;
    }

    private async Task FirstBytesAsync()
    {
        var come = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var watcher = new FileSystemWatcher(Path.Combine(_folder.Path, "videos"), "*.partial");
        watcher.Changed += (_, change) =>
        {
            if (new FileInfo(change.FullPath).Length > 0)
            {
                come.TrySetResult();
            }
        };
        watcher.EnableRaisingEvents = true;
        await come.Task.WaitAsync(Patience);
    }
}
