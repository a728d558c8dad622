using SiliconFlow.Simulator;
using SiliconFlow.Video.Saving;
using SiliconFlow.Video.Tests.Hosting;
using SiliconFlow.Video.Tests.Service;

namespace SiliconFlow.Video.Tests.Saving;

public sealed class DownloadQueueTests
{
    private static readonly DateTime Noon = new(2026, 1, 2, 12, 0, 0, DateTimeKind.Local);

    [Fact]
    public async Task Link_that_ends_first_comes_first_and_equal_ones_in_their_order()
    {
        var queue = new DownloadQueue(1);
        var first = await queue.EnterAsync(Noon.AddHours(9), CancellationToken.None);
        var order = new List<int>();
        DateTime?[] ends = [null, Noon.AddMinutes(2), Noon.AddMinutes(1), null, Noon.AddMinutes(1), Noon];
        var waits = ends.Select((end, i) => PassAsync(queue, end, () => order.Add(i))).ToArray();
        Assert.Empty(order);

        first.Dispose();
        await Task.WhenAll(waits);

        Assert.Equal([5, 2, 4, 1, 0, 3], order);
    }

    [Fact]
    public async Task No_more_enter_than_there_are_places_and_places_come_back()
    {
        var queue = new DownloadQueue(2);
        var (one, two) = (await queue.EnterAsync(Noon, CancellationToken.None), await queue.EnterAsync(Noon, CancellationToken.None));
        var third = queue.EnterAsync(Noon, CancellationToken.None);
        Assert.False(third.IsCompleted);

        one.Dispose();
        (await third).Dispose();
        two.Dispose();

        Assert.True(queue.EnterAsync(null, CancellationToken.None).IsCompleted);
        Assert.True(queue.EnterAsync(null, CancellationToken.None).IsCompleted);
        Assert.False(queue.EnterAsync(null, CancellationToken.None).IsCompleted);
    }

    [Fact]
    public async Task Who_gives_up_takes_no_place()
    {
        var queue = new DownloadQueue(1);
        var place = await queue.EnterAsync(Noon, CancellationToken.None);
        using var stop = new CancellationTokenSource();
        var impatient = queue.EnterAsync(Noon, stop.Token);
        var patient = queue.EnterAsync(Noon.AddHours(1), CancellationToken.None);

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        place.Dispose();

        await patient;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => queue.EnterAsync(Noon, stop.Token));
    }

    [Fact]
    public async Task Saver_fetches_first_what_ends_first()
    {
        using var folder = new TemporaryFolder();
        await using var rig = await ServiceRig.StartAsync();
        var saver = rig.Saver(throttleLimit: 1);
        var videos = new List<SFVideo>();
        foreach (var minutes in new[] { 60, 50, 20, 40, 30 })
        {
            var video = await rig.SubmitAndAskAsync($"{minutes}");
            videos.Add(video with { LinkExpiresAt = video.LinkExpiresAt!.Value.AddMinutes(minutes) });
        }

        var hold = rig.Simulator.HoldCalls(Operation.Download);
        var saves = videos.Select(video => saver.SaveAsync(video, folder[$"{video.RequestId}.mp4"], CancellationToken.None)).ToArray();
        await rig.Simulator.WaitForCallAsync(Operation.Download);
        hold.Dispose();
        await Task.WhenAll(saves);

        Assert.Equal(new[] { 0, 2, 4, 3, 1 }.Select(i => videos[i].RequestId), rig.Calls(Operation.Download).Select(call => call.RequestId));
    }

    private static async Task PassAsync(DownloadQueue queue, DateTime? end, Action pass)
    {
        using var place = await queue.EnterAsync(end, CancellationToken.None);
        pass();
    }
}
