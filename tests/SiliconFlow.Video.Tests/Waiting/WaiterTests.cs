using SiliconFlow.Simulator;
using SiliconFlow.Video.Service;
using SiliconFlow.Video.Tests.Service;

namespace SiliconFlow.Video.Tests.Waiting;

/// <summary>Waiting in virtual time, over real sockets.</summary>
public sealed class WaiterTests : IAsyncLifetime
{
    private readonly VirtualTime _time = new();
    private ServiceRig _rig = null!;

    public async Task InitializeAsync() =>
        _rig = await ServiceRig.StartAsync(new SimulatorOptions { QueueTime = TimeSpan.FromSeconds(20), RunTime = TimeSpan.FromSeconds(100) }, _time);

    public async Task DisposeAsync() => await _rig.DisposeAsync();

    [Fact]
    public async Task Job_of_an_unknown_model_is_seen_within_five_seconds_of_its_end()
    {
        var video = await _rig.SubmitAsync();

        var result = await WaitAsync(video, TimeSpan.FromMinutes(30));

        Assert.Null(result.Error);
        Assert.Equal(SFVideoStatus.Succeeded, result.Video.Status);
        Assert.InRange(_time.Elapsed, TimeSpan.FromSeconds(120), TimeSpan.FromSeconds(125));
        var asked = Asked();
        Assert.InRange(asked[0], 1, 3);
        Assert.All(Enumerable.Range(1, asked.Length - 1), i => Assert.InRange(asked[i] - asked[i - 1], 4, asked[i - 1] < 20 ? 10 : 5));
        Assert.Equal(_time.GetLocalNow().DateTime, result.Video.CompletedAt);
    }

    [Fact]
    public async Task Interval_of_the_caller_is_kept_to()
    {
        await WaitAsync(await _rig.SubmitAsync(), TimeSpan.FromMinutes(30), TimeSpan.FromSeconds(50));

        Assert.Equal([50, 100, 150], Asked());
    }

    [Fact]
    public async Task Last_question_falls_on_the_deadline_and_then_time_is_up()
    {
        var video = await _rig.SubmitAsync();

        var result = await WaitAsync(video, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(25));

        Assert.Equal([25, 30], Asked());
        Assert.Equal(TimeSpan.FromSeconds(30), _time.Elapsed);
        var error = Assert.IsType<SFVideoTimeoutException>(result.Error);
        Assert.Equal(("WaitTimeout", video.RequestId, "Status"), (error.ErrorId, error.RequestId, error.Operation));
        Assert.Equal(SFVideoStatus.InProgress, result.Video.Status);
        Assert.Contains("within 30 s", error.Message, StringComparison.Ordinal);
        Assert.Contains(_rig.Calls(Operation.Status)[^1].TraceId!, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Job_that_ends_on_the_deadline_is_no_time_out()
    {
        var result = await WaitAsync(await _rig.SubmitAsync(), TimeSpan.FromSeconds(120), TimeSpan.FromSeconds(70));

        Assert.Null(result.Error);
        Assert.Equal([70, 120], Asked());
    }

    [Fact]
    public async Task Time_out_of_zero_asks_once_and_at_once()
    {
        var result = await WaitAsync(await _rig.SubmitAsync(), TimeSpan.Zero);

        Assert.IsType<SFVideoTimeoutException>(result.Error);
        Assert.Equal([0], Asked());
    }

    [Fact]
    public async Task Job_that_has_ended_is_not_asked_for()
    {
        var succeeded = new SFVideo("a") { Status = SFVideoStatus.Succeeded, Url = "https://a/b" };
        var failed = new SFVideo("b") { Status = SFVideoStatus.Failed, Reason = "content policy", TraceId = "ti_1" };

        Assert.Equal((succeeded, null), (await WaitAsync(succeeded, TimeSpan.Zero)) is var (video, error) ? (video, error) : default);
        var result = await WaitAsync(failed, TimeSpan.Zero);

        Assert.Equal("The generation failed: content policy; trace id ti_1.", Assert.IsType<SFVideoGenerationFailedException>(result.Error).Message);
        Assert.Equal("b", result.Error!.RequestId);
        Assert.Empty(_rig.Simulator.Calls);
    }

    [Fact]
    public async Task Job_that_fails_is_a_failed_generation_with_its_last_state()
    {
        _rig.Simulator.SetFaults(new FaultRule { Operation = Operation.Submit, Fault = FaultKind.GenerationFailed });

        var result = await WaitAsync(await _rig.SubmitAsync(), TimeSpan.FromMinutes(30));

        Assert.Contains("gave no reason", Assert.IsType<SFVideoGenerationFailedException>(result.Error).Message, StringComparison.Ordinal);
        Assert.Equal(SFVideoStatus.Failed, result.Video.Status);
        Assert.NotNull(result.Video.CompletedAt);
    }

    [Theory]
    [InlineData("Moderating")]
    [InlineData("完成")]
    [InlineData("0")]
    public async Task Unknown_status_is_pending_until_the_deadline(string word)
    {
        _rig.Simulator.SetFaults(new FaultRule { Operation = Operation.Status, Fault = FaultKind.StatusText, StatusText = word });

        var result = await WaitAsync(await _rig.SubmitAsync(), TimeSpan.FromMinutes(30));

        Assert.IsType<SFVideoTimeoutException>(result.Error);
        Assert.Equal(TimeSpan.FromMinutes(30), _time.Elapsed);
        Assert.InRange(_rig.Calls(Operation.Status).Length, 100, 400);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task Service_out_of_reach_for_long_does_not_end_the_wait(int status)
    {
        var video = await _rig.SubmitAsync();
        _rig.Simulator.SetFaults(new FaultRule { Operation = Operation.Status, Fault = FaultKind.Answer, Status = status, Occurrences = "2-60" });

        var result = await WaitAsync(video, TimeSpan.FromHours(2));

        Assert.Null(result.Error);
        Assert.Equal(SFVideoStatus.Succeeded, result.Video.Status);
    }

    [Theory]
    [InlineData(FaultKind.DropBeforeReading)]
    [InlineData(FaultKind.DropMidBody)]
    public async Task Connection_that_keeps_breaking_does_not_end_the_wait(FaultKind fault)
    {
        var video = await _rig.SubmitAsync();
        _rig.Simulator.SetFaults(new FaultRule { Operation = Operation.Status, Fault = fault, Occurrences = "2-60" });

        Assert.Null((await WaitAsync(video, TimeSpan.FromHours(2))).Error);
    }

    [Theory]
    [InlineData(429, "RateLimited")]
    [InlineData(503, "ServiceUnavailable")]
    public async Task Service_out_of_reach_until_the_deadline_is_that_error_and_no_time_out(int status, string errorId)
    {
        var video = await _rig.SubmitAsync();
        _rig.Simulator.SetFaults(new FaultRule { Operation = Operation.Status, Fault = FaultKind.Answer, Status = status });

        var result = await WaitAsync(video, TimeSpan.FromMinutes(10));

        Assert.Equal(errorId, result.Error!.ErrorId);
        Assert.Equal(video.RequestId, result.Error.RequestId);
        Assert.InRange(_time.Elapsed, TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Service_that_asks_to_stay_away_past_the_deadline_is_that_error()
    {
        var video = await _rig.SubmitAsync();
        _rig.Simulator.SetFaults(new FaultRule { Operation = Operation.Status, Fault = FaultKind.Answer, Status = 429, RetryAfter = "86400" });

        var result = await WaitAsync(video, TimeSpan.FromSeconds(70));

        Assert.Equal("RateLimited", result.Error!.ErrorId);
        Assert.InRange(_time.Elapsed, TimeSpan.FromSeconds(70), TimeSpan.FromSeconds(100));
    }

    [Fact]
    public async Task Call_that_hangs_on_the_deadline_is_given_up_half_a_minute_later()
    {
        var video = await _rig.SubmitAsync();
        using var hold = _rig.Simulator.HoldCalls(Operation.Status);

        var wait = _rig.Waiter(TimeSpan.Zero).WaitAsync(video, CancellationToken.None);
        await _rig.Simulator.WaitForCallAsync(Operation.Status);
        _time.Advance(TimeSpan.FromSeconds(30));

        var result = await wait;
        Assert.Equal("ConnectionFailed", result.Error!.ErrorId);
        Assert.Equal(video.RequestId, result.Error.RequestId);
    }

    [Theory]
    [InlineData(400, "InvalidRequest", 1)]
    [InlineData(401, "Unauthorized", 1)]
    [InlineData(403, "Forbidden", 1)]
    [InlineData(404, "EndpointNotFound", 1)]
    [InlineData(302, "EndpointNotFound", 1)]
    [InlineData(200, "UnexpectedResponse", 5)]
    public async Task Error_that_time_does_not_mend_ends_the_wait(int status, string errorId, int calls)
    {
        var video = await _rig.SubmitAsync();
        _rig.Simulator.SetFaults(new FaultRule { Operation = Operation.Status, Fault = FaultKind.Answer, Status = status, Body = "<html/>" });

        var result = await WaitAsync(video, TimeSpan.FromHours(1));

        Assert.Equal(errorId, result.Error!.ErrorId);
        Assert.Equal(calls, _rig.Calls(Operation.Status).Length);
        Assert.Equal(video.RequestId, result.Video.RequestId);
    }

    [Fact]
    public async Task Usable_answer_makes_up_for_the_unusable_ones_before_it()
    {
        var video = await _rig.SubmitAsync();
        _rig.Simulator.SetFaults(new FaultRule { Operation = Operation.Status, Fault = FaultKind.Answer, Status = 200, Body = "<html/>", Occurrences = "1-4,6-9" });

        Assert.Null((await WaitAsync(video, TimeSpan.FromHours(1))).Error);
        Assert.InRange(_rig.Calls(Operation.Status).Length, 10, 40);
    }

    [Fact]
    public async Task Success_without_a_link_ends_the_wait()
    {
        _rig.Simulator.SetFaults(new FaultRule { Operation = Operation.Status, Fault = FaultKind.SucceedWithoutUrl });

        var result = await WaitAsync(await _rig.SubmitAsync(), TimeSpan.FromHours(1));

        Assert.Equal("UnexpectedResponse", result.Error!.ErrorId);
        Assert.Contains("no link", result.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wait_that_is_given_up_is_canceled()
    {
        using var stop = new CancellationTokenSource();
        var wait = _rig.Waiter(TimeSpan.FromHours(1)).WaitAsync(await _rig.SubmitAsync(), stop.Token);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
    }

    private Task<Video.Waiting.WaitResult> WaitAsync(SFVideo video, TimeSpan timeout, TimeSpan? interval = null) =>
        _time.RunAsync(_rig.Waiter(timeout, interval).WaitAsync(video, CancellationToken.None));

    /// <summary>When the service was asked, in seconds.</summary>
    private double[] Asked() => [.. _rig.Calls(Operation.Status).Select(call => (call.At - _time.Start).TotalSeconds)];
}
