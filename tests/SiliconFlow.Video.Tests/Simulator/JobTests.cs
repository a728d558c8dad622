using SiliconFlow.Simulator;

namespace SiliconFlow.Video.Tests.Simulator;

public sealed class JobTests : SimulatorTest
{
    protected override SimulatorOptions Options =>
        new() { TimeProvider = Time, QueueTime = TimeSpan.FromSeconds(10), RunTime = TimeSpan.FromSeconds(60), RunTimeSpread = TimeSpan.FromSeconds(30) };

    [Fact]
    public async Task A_job_queues_runs_and_ends_by_the_clock()
    {
        var job = await SubmitAsync();
        Assert.Equal(JobState.InQueue, Service.Jobs[0].State);

        Time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(JobState.InProgress, Service.Jobs[0].State);

        Time.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(JobState.InProgress, Service.Jobs[0].State);

        Time.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal((job, JobState.Succeed), (Service.Jobs[0].RequestId, Service.Jobs[0].State));
        Assert.InRange(Service.Jobs[0].InferenceSeconds!.Value, 60, 90);
    }

    [Fact]
    public async Task Run_times_spread_and_repeat_with_the_seed()
    {
        await using var other = await ServiceSimulator.StartAsync(Options);
        for (var i = 0; i < 5; i++)
        {
            await SubmitAsync();
            using var response = await Http.PostAsync(new Uri(other.BaseUri, "/v1/video/submit"), new StringContent(SubmitBody()));
        }

        Time.Advance(TimeSpan.FromSeconds(100));

        var times = Service.Jobs.Select(job => job.InferenceSeconds).ToArray();
        Assert.Distinct(times);
        Assert.Equal(times, other.Jobs.Select(job => job.InferenceSeconds));
    }

    [Fact]
    public async Task Positions_move_up_as_jobs_leave_the_queue()
    {
        string first = await SubmitAsync(), second = await SubmitAsync(), third = await SubmitAsync();

        Assert.True(Service.TryStart(second));
        Assert.Equal([1, 0, 2], Service.Jobs.Select(job => job.Position));

        Assert.True(Service.TryFail(first, "why"));
        Assert.Equal([0, 0, 1], Service.Jobs.Select(job => job.Position));
        Assert.Contains("\"reason\":\"why\"", await StatusAsync(first), StringComparison.Ordinal);
        Assert.Contains("\"position\":1", await StatusAsync(third), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_job_started_by_hand_runs_its_time_from_there()
    {
        var job = await SubmitAsync();
        Service.TryStart(job);

        Time.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(JobState.InProgress, Service.Jobs[0].State);

        Time.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(JobState.Succeed, Service.Jobs[0].State);
    }

    [Fact]
    public async Task A_held_job_moves_only_by_hand()
    {
        await using var held = await ServiceSimulator.StartAsync(Options with { HoldJobs = true });
        for (var i = 0; i < 3; i++)
        {
            using var response = await Http.PostAsync(new Uri(held.BaseUri, "/v1/video/submit"), new StringContent(SubmitBody()));
        }

        Time.Advance(TimeSpan.FromDays(1));
        Assert.All(held.Jobs, job => Assert.Equal(JobState.InQueue, job.State));

        var id = held.Jobs[0].RequestId;
        Assert.True(held.TryStart(id));
        Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(JobState.InProgress, held.Jobs[0].State);
        Assert.True(held.TrySucceed(id));
        Assert.Equal(JobState.Succeed, held.Jobs[0].State);
        Assert.Equal(2, held.SucceedAll());
        Assert.Equal(0, held.SucceedAll());
        Assert.False(held.TryStart(id));
        Assert.False(held.TryFail(id));
        Assert.False(held.TrySucceed("nobodysubmit"));
    }

    [Fact]
    public async Task A_seed_that_was_not_sent_is_drawn()
    {
        await SubmitAsync(seed: -5);
        await SubmitAsync();

        Assert.Equal(-5, Service.Jobs[0].Seed);
        Assert.InRange(Service.Jobs[1].Seed, 0, 9_999_999_999);
    }
}
