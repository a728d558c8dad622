using SiliconFlow.Simulator;
using SiliconFlow.Video.Service;

namespace SiliconFlow.Video.Tests.Service;

/// <summary>Retry-After on one call holds back all calls of its connection.</summary>
public sealed class SharedPauseTests : IAsyncLifetime
{
    private readonly VirtualTime _time = new();
    private ServiceRig _rig = null!;

    public async Task InitializeAsync() => _rig = await ServiceRig.StartAsync(time: _time);

    public async Task DisposeAsync() => await _rig.DisposeAsync();

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task Refused_submit_holds_a_status_question(int status)
    {
        var video = await _rig.SubmitAsync();
        await RefuseAsync(Operation.Submit, status, "30", () => _rig.SubmitAsync());

        await _time.RunAsync(_rig.StatusClient().GetAsync(video, CancellationToken.None));

        Assert.Equal(TimeSpan.FromSeconds(30), _time.Elapsed);
        Assert.Equal(TimeSpan.FromSeconds(30), Assert.Single(_rig.Observer.Pauses));
    }

    [Fact]
    public async Task Refused_status_question_holds_a_submit_and_its_time_out_starts_after_the_pause()
    {
        var video = await _rig.SubmitAsync();
        await RefuseAsync(Operation.Status, 429, "200", () => _rig.StatusClient(RetrySettings.None).GetAsync(video, CancellationToken.None));

        await _time.RunAsync(_rig.SubmitAsync("later"));

        Assert.Equal(TimeSpan.FromSeconds(200), _time.Elapsed);
        Assert.Equal(2, _rig.Simulator.Bill.Count);
    }

    [Fact]
    public async Task No_header_holds_anything_for_more_than_ten_minutes()
    {
        await RefuseAsync(Operation.Submit, 429, "86400", () => _rig.SubmitAsync());

        await _time.RunAsync(_rig.SubmitAsync());

        Assert.Equal(TimeSpan.FromMinutes(10), _time.Elapsed);
    }

    [Theory]
    [InlineData(500, "30")]
    [InlineData(400, "30")]
    [InlineData(429, "0")]
    [InlineData(429, null)]
    public async Task Other_answers_hold_nothing(int status, string? retryAfter)
    {
        await RefuseAsync(Operation.Submit, status, retryAfter, () => _rig.SubmitAsync());

        await _rig.SubmitAsync();

        Assert.Equal(TimeSpan.Zero, _time.Elapsed);
        Assert.Empty(_rig.Observer.Pauses);
    }

    [Fact]
    public async Task Submit_that_waits_for_the_pause_is_never_sent_once_the_caller_stops()
    {
        await RefuseAsync(Operation.Submit, 429, "30", () => _rig.SubmitAsync());
        using var stop = new CancellationTokenSource();

        // Answers to what was sent would still be waited for.
        var submit = _rig.SubmitClient().SubmitAsync(ServiceRig.Request(), stop.Token, CancellationToken.None);
        await stop.CancelAsync();

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => submit);
        Assert.IsNotType<SubmitAbandonedException>(error);
        Assert.Single(_rig.Calls(Operation.Submit));
    }

    [Fact]
    public async Task Shorter_pause_does_not_end_a_longer_one_and_is_not_told()
    {
        _rig.Connection.Pause.Extend(TimeSpan.FromSeconds(60));

        Assert.Equal(TimeSpan.Zero, _rig.Connection.Pause.Extend(TimeSpan.FromSeconds(20)));
        Assert.Equal(TimeSpan.FromSeconds(5), _rig.Connection.Pause.Extend(TimeSpan.FromSeconds(65)));

        await _time.RunAsync(_rig.SubmitAsync());
        Assert.Equal(TimeSpan.FromSeconds(65), _time.Elapsed);
    }

    private async Task RefuseAsync(Operation operation, int status, string? retryAfter, Func<Task> call)
    {
        _rig.Simulator.SetFaults(new FaultRule { Operation = operation, Fault = FaultKind.Answer, Status = status, RetryAfter = retryAfter });
        await Assert.ThrowsAnyAsync<SFVideoException>(call);
        _rig.Simulator.SetFaults();
    }
}
