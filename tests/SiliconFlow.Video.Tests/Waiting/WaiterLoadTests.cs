using SiliconFlow.Simulator;
using SiliconFlow.Video.Journaling;
using SiliconFlow.Video.Tests.Hosting;
using SiliconFlow.Video.Tests.Service;
using SiliconFlow.Video.Waiting;

namespace SiliconFlow.Video.Tests.Waiting;

/// <summary>Many jobs in one wait, and what it shares with the rest of the connection.</summary>
public sealed class WaiterLoadTests : IAsyncLifetime
{
    private const int Many = 10_000;

    private readonly VirtualTime _time = new();
    private ServiceRig _rig = null!;

    public async Task InitializeAsync() => _rig = await ServiceRig.StartAsync(new SimulatorOptions { HoldJobs = true }, _time);

    public async Task DisposeAsync() => await _rig.DisposeAsync();

    [Fact]
    public void Waiting_job_takes_less_than_two_kilobytes()
    {
        var waiter = _rig.Waiter(TimeSpan.FromHours(1));
        var videos = Fresh(Many);
        var waits = new Task[Many];
        using var stop = new CancellationTokenSource();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Many; i++)
        {
            waits[i] = waiter.WaitAsync(videos[i], stop.Token);
        }

        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / Many, 1, 2048);
        Assert.All(waits, wait => Assert.False(wait.IsCompleted));
    }

    [Fact]
    public async Task All_waits_that_are_given_up_are_canceled_at_once()
    {
        var waiter = _rig.Waiter(TimeSpan.FromHours(1));
        using var stop = new CancellationTokenSource();
        var waits = Fresh(Many).Select(video => waiter.WaitAsync(video, stop.Token)).ToArray();

        await stop.CancelAsync();

        Assert.All(waits, wait => Assert.True(wait.IsCanceled));
        Assert.Null(waiter.EstimateRemaining());
        Assert.Empty(_rig.Simulator.Calls);
    }

    [Fact]
    public async Task Wait_on_a_token_that_was_canceled_before_ends_at_once()
    {
        var wait = _rig.Waiter(TimeSpan.FromHours(1)).WaitAsync(Fresh(1)[0], new CancellationToken(canceled: true));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
    }

    [Fact]
    public async Task Nobody_is_asked_while_the_service_wants_to_be_left_alone()
    {
        var video = await _rig.SubmitAsync();
        _rig.Connection.Pause.Extend(TimeSpan.FromSeconds(200));
        _rig.Simulator.TrySucceed(video.RequestId);

        var result = await _time.RunAsync(_rig.Waiter(TimeSpan.FromHours(1)).WaitAsync(video, CancellationToken.None));

        Assert.Null(result.Error);
        Assert.Equal(200, (Assert.Single(_rig.Calls(Operation.Status)).At - _time.Start).TotalSeconds, 0.01);
    }

    [Fact]
    public async Task Job_whose_time_is_up_during_a_long_pause_ends_without_a_question()
    {
        var video = await _rig.SubmitAsync();
        _rig.Connection.Pause.Extend(TimeSpan.FromSeconds(200));

        var result = await _time.RunAsync(_rig.Waiter(TimeSpan.FromSeconds(60)).WaitAsync(video, CancellationToken.None));

        Assert.IsType<SFVideoTimeoutException>(result.Error);
        Assert.Equal(60, _time.Elapsed.TotalSeconds, 0.01);
        Assert.Empty(_rig.Calls(Operation.Status));
    }

    [Fact]
    public async Task Job_whose_time_is_up_during_a_short_pause_is_asked_for_after_it()
    {
        var video = await _rig.SubmitAsync();
        _rig.Connection.Pause.Extend(TimeSpan.FromSeconds(20));
        _rig.Simulator.TrySucceed(video.RequestId);

        var result = await _time.RunAsync(_rig.Waiter(TimeSpan.FromSeconds(10)).WaitAsync(video, CancellationToken.None));

        Assert.Null(result.Error);
        Assert.Equal(20, _time.Elapsed.TotalSeconds, 0.01);
    }

    [Theory]
    [InlineData(-3600)]
    [InlineData(86400 * 365)]
    public async Task Job_of_another_clock_is_asked_at_once(double age)
    {
        var video = await _rig.SubmitAsync();
        _rig.Simulator.TrySucceed(video.RequestId);
        var other = video with { SubmittedAt = _time.GetLocalNow().LocalDateTime - TimeSpan.FromSeconds(age) };

        Assert.Null((await _rig.Waiter(TimeSpan.Zero).WaitAsync(other, CancellationToken.None)).Error);
        Assert.Equal(TimeSpan.Zero, _time.Elapsed);
    }

    [Fact]
    public async Task Hundreds_of_jobs_at_once_are_asked_one_after_another()
    {
        var videos = new List<SFVideo>();
        for (var i = 0; i < 100; i++)
        {
            videos.Add(await _rig.SubmitAsync());
        }

        // All are due at once, and the clock moves as fast as it may.
        var waiter = _rig.Waiter(TimeSpan.Zero, callsPerMinute: 6000);
        var waits = videos.Select(video => waiter.WaitAsync(video, CancellationToken.None)).ToArray();
        await _rig.Simulator.WaitForCallEndAsync(Operation.Status);
        await _time.RunAsync(Task.WhenAll(waits));

        Assert.InRange(_time.Elapsed.TotalSeconds, 0.97, 1.1);
        Assert.Equal(100, _rig.Calls(Operation.Status).Length);
    }

    [Fact]
    public async Task Journal_tells_how_long_runs_took()
    {
        using var folder = new TemporaryFolder();
        using var hold = Journal.Hold(folder["run.jsonl"], _time, forBatch: true);
        await Row("a", 120, waited: 300);
        await Row("b", 900, waited: 300);
        await Row("c", 0, waited: 300);
        await Row("d", null, waited: 300);

        var run = Assert.Single(RunLog.RunsOf(hold.Journal));
        Assert.Equal(("model", 120.0), (run.Key, run.Value));

        async Task Row(string id, double? inference, double waited)
        {
            await hold.Journal.AppendAsync(new JournalRecord { Event = JournalEvent.Intent, Row = id, Occurrence = 1, Model = "model" });
            await hold.Journal.AppendAsync(new JournalRecord { Event = JournalEvent.Submitted, Row = id, Occurrence = 1, RequestId = id });
            _time.Advance(TimeSpan.FromSeconds(waited));
            await hold.Journal.AppendAsync(new JournalRecord { Event = JournalEvent.Succeeded, RequestId = id, InferenceTime = inference });
        }
    }

    [Fact]
    public void What_a_journal_told_is_made_use_of()
    {
        var waiter = _rig.Waiter(TimeSpan.FromHours(1));
        waiter.Learn(Enumerable.Repeat(new KeyValuePair<string, double>("model", 1000), 10));
        _ = waiter.WaitAsync(Fresh(1)[0], CancellationToken.None);

        Assert.InRange(waiter.EstimateRemaining()!.Value.TotalSeconds, 900, 1800);
    }

    /// <summary>Jobs that were submitted at this very moment, so that none is due before the clock moves.</summary>
    private SFVideo[] Fresh(int count) =>
        [.. Enumerable.Range(0, count).Select(i => new SFVideo($"id{i}") { Status = SFVideoStatus.Submitted, Model = "model", SubmittedAt = _time.GetLocalNow().LocalDateTime })];
}
