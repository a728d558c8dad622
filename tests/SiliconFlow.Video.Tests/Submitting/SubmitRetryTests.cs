using System.Globalization;
using SiliconFlow.Simulator;
using SiliconFlow.Video.Service;
using SiliconFlow.Video.Submitting;
using SiliconFlow.Video.Tests.Hosting;
using SiliconFlow.Video.Tests.Service;

namespace SiliconFlow.Video.Tests.Submitting;

/// <summary>How long a row is tried, in virtual time.</summary>
public sealed class SubmitRetryTests : IAsyncLifetime
{
    private readonly VirtualTime _time = new();
    private ServiceRig _rig = null!;

    public async Task InitializeAsync() => _rig = await ServiceRig.StartAsync(time: _time);

    public async Task DisposeAsync() => await _rig.DisposeAsync();

    [Theory]
    [InlineData("7", 7)]
    [InlineData("599", 599)]
    [InlineData("Fri, 02 Jan 2026 03:04:35 GMT", 30)]
    public async Task Retry_After_is_kept_to(string header, int seconds)
    {
        Refuse(429, header, "1");

        await SubmitAsync(TimeSpan.FromMinutes(10));

        Assert.Equal(TimeSpan.FromSeconds(seconds), _time.Elapsed);
        Assert.Equal(TimeSpan.FromSeconds(seconds), _rig.Observer.Retries.Single().Delay);
        Assert.Equal(TimeSpan.FromSeconds(seconds), _rig.Observer.Pauses.Single());
        Assert.Single(_rig.Simulator.Bill);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("Fri, 02 Jan 2026 03:00:00 GMT")]
    [InlineData("soon")]
    [InlineData("-5")]
    [InlineData("99999999999999999999")]
    [InlineData("1.5")]
    public async Task Retry_After_that_asks_for_nothing_leaves_the_backoff(string header)
    {
        Refuse(429, header, "1");

        await SubmitAsync(TimeSpan.FromMinutes(10));

        Assert.InRange(_rig.Observer.Retries.Single().Delay, TimeSpan.FromSeconds(0.4), TimeSpan.FromSeconds(0.6));
        Assert.Empty(_rig.Observer.Pauses);
    }

    [Theory]
    [InlineData("61")]
    [InlineData("86400")]
    [InlineData("2147483647")]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT")]
    public async Task Retry_After_beyond_what_is_left_ends_the_row_at_once_and_holds_the_next_one(string header)
    {
        Refuse(429, header, "1");
        var submitter = _rig.Submitter(retryTimeout: TimeSpan.FromMinutes(1));

        await Assert.ThrowsAsync<SFVideoRateLimitException>(() => _time.RunAsync(submitter.SubmitAsync(ServiceRig.Request("first"))));
        Assert.Equal(TimeSpan.Zero, _time.Elapsed);
        Assert.Empty(_rig.Observer.Retries);

        await _time.RunAsync(submitter.SubmitAsync(ServiceRig.Request("second")));
        Assert.Equal(TimeSpan.FromSeconds(header == "61" ? 61 : 600), _time.Elapsed);
        Assert.Equal("second", _rig.Simulator.Bill.Single().Prompt);
    }

    [Theory]
    [InlineData(429, "RateLimited")]
    [InlineData(503, "ServiceUnavailable")]
    public async Task Row_gives_up_when_its_time_is_over(int status, string errorId)
    {
        Refuse(status, null, null);

        var error = await Assert.ThrowsAnyAsync<SFVideoException>(() => SubmitAsync(TimeSpan.FromMinutes(10)));

        Assert.Equal(errorId, error.ErrorId);
        Assert.InRange(_time.Elapsed, TimeSpan.FromMinutes(8), TimeSpan.FromMinutes(10));
        Assert.InRange(_rig.Calls(Operation.Submit).Length, 12, 20);
        Assert.Equal(Enumerable.Range(1, _rig.Calls(Operation.Submit).Length - 1), _rig.Observer.Retries.Select(retry => retry.Attempt));
        Assert.All(_rig.Observer.Retries, retry => Assert.Equal(("Submit", null, errorId), (retry.Operation, retry.MaxAttempts, retry.Cause.ErrorId)));
        Assert.Equal(_rig.Calls(Operation.Submit).Length, _rig.Observer.Calls.Count(call => call.Outcome.ToString() == status.ToString(CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task Without_time_for_retries_each_row_is_tried_once()
    {
        Refuse(429, null, null);
        var submitter = _rig.Submitter(throttleLimit: 2);

        for (var i = 0; i < 20; i++)
        {
            await Assert.ThrowsAsync<SFVideoRateLimitException>(() => _time.RunAsync(submitter.SubmitAsync(ServiceRig.Request())));
        }

        Assert.Equal(TimeSpan.Zero, _time.Elapsed);
        Assert.Equal(20, _rig.Calls(Operation.Submit).Length);
    }

    [Fact]
    public async Task Service_that_takes_nothing_any_more_ends_all_rows_soon_after_the_first()
    {
        Refuse(503, null, null);
        var submitter = _rig.Submitter(throttleLimit: 2, retryTimeout: TimeSpan.FromMinutes(10));

        var rows = Enumerable.Range(1, 40).Select(i => submitter.SubmitAsync(ServiceRig.Request($"prompt {i}"))).ToArray();
        var all = Task.WhenAll(rows);
        await Assert.ThrowsAsync<SFVideoServiceUnavailableException>(() => _time.RunAsync(all));

        Assert.All(rows, row => Assert.IsType<SFVideoServiceUnavailableException>(row.Exception!.InnerException));
        Assert.InRange(_time.Elapsed, TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(13));
        Assert.InRange(_rig.Calls(Operation.Submit).Length, 40, 40 + 30);
    }

    [Fact]
    public async Task Service_out_of_reach_is_tried_again_with_growing_waits()
    {
        using var connection = ServiceRig.Connect(FreePort.Address, _time);
        var observer = new RecordingObserver();
        var submitter = new Submitter(new SubmitClient(connection, observer), 8, TimeSpan.FromMinutes(1), CancellationToken.None, CancellationToken.None);

        var error = await Assert.ThrowsAsync<SFVideoConnectionException>(() => _time.RunAsync(submitter.SubmitAsync(ServiceRig.Request())));

        Assert.Equal("ConnectionFailed", error.ErrorId);
        Assert.InRange(observer.Calls.Count, 8, 25);
        Assert.True(observer.Retries.First().Delay < observer.Retries.Last().Delay);
    }

    [Fact]
    public async Task Refused_row_that_waits_when_the_sending_halts_is_not_sent_again_and_is_counted()
    {
        _rig.Simulator.SetFaults(
            new FaultRule { Operation = Operation.Submit, Fault = FaultKind.Answer, Status = 429, RetryAfter = "5", Prompt = "busy" },
            new FaultRule { Operation = Operation.Submit, Fault = FaultKind.Answer, Status = 401, Prompt = "refused" });
        var submitter = _rig.Submitter(throttleLimit: 2, retryTimeout: TimeSpan.FromMinutes(10));
        var hold = _rig.Simulator.HoldCalls(Operation.Submit);
        var rows = new[] { "busy", "refused", "third" }.Select(prompt => submitter.SubmitAsync(ServiceRig.Request(prompt))).ToArray();
        await _rig.Simulator.WaitForCallAsync(Operation.Submit, 2);
        hold.Dispose();

        Assert.All(await _time.RunAsync(Task.WhenAll(rows)), Assert.Null);

        Assert.Equal(("Unauthorized", 3), (submitter.Halt!.ErrorId, submitter.Unsent));
        Assert.Equal(1, _rig.Calls(Operation.Submit).Count(call => call.StatusCode == 401));
        Assert.Empty(_rig.Simulator.Bill);
    }

    [Fact]
    public async Task Slowing_down_and_its_end_are_told_and_not_every_step()
    {
        Refuse(429, null, "1-4");
        var submitter = _rig.Submitter(throttleLimit: 1, retryTimeout: TimeSpan.FromMinutes(10));

        for (var i = 0; i < 400; i++)
        {
            await _time.RunAsync(submitter.SubmitAsync(ServiceRig.Request()));
        }

        var told = _rig.Observer.Paces.ToArray();
        Assert.InRange(told.Length, 3, 20);
        Assert.True(told[0].Slowed);
        Assert.Equal(new PaceReport(false, 1, TimeSpan.Zero), told[^1]);
        Assert.All(told.SkipLast(1), report => Assert.True(report.Slowed));
    }

    private Task<SFVideo?> SubmitAsync(TimeSpan retryTimeout) =>
        _time.RunAsync(_rig.Submitter(retryTimeout: retryTimeout).SubmitAsync(ServiceRig.Request()));

    private void Refuse(int status, string? retryAfter, Occurrences? occurrences) => _rig.Simulator.SetFaults(
        new FaultRule { Operation = Operation.Submit, Fault = FaultKind.Answer, Status = status, RetryAfter = retryAfter, Occurrences = occurrences });
}
