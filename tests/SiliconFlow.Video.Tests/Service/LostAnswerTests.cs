using SiliconFlow.Simulator;
using SiliconFlow.Video.Service;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Service;

/// <summary>Calls that bring no answer, or a part of one.</summary>
public sealed class LostAnswerTests
{
    [Theory]
    [InlineData(FaultKind.DropBeforeReading, 0)]
    [InlineData(FaultKind.DropAfterTaking, 1)]
    public async Task Submit_on_a_connection_that_breaks_is_unknown_and_not_repeated(FaultKind fault, int billed)
    {
        await using var rig = await ServiceRig.StartAsync();
        rig.Simulator.SetFaults(new FaultRule { Operation = Operation.Submit, Fault = fault });

        var error = await Assert.ThrowsAsync<SFVideoUnknownOutcomeException>(() => rig.SubmitAsync());

        Verify(error, "SubmitOutcomeUnknown", mayRepeat: false);
        Assert.Single(rig.Calls(Operation.Submit));
        Assert.Equal(billed, rig.Simulator.Bill.Count);
    }

    [Fact]
    public async Task Submit_on_a_connection_that_breaks_later_is_not_sent_anew_by_the_handler()
    {
        await using var rig = await ServiceRig.StartAsync();
        await rig.SubmitAsync("first, so that a connection stands in the pool");
        rig.Simulator.SetFaults(new FaultRule { Operation = Operation.Submit, Fault = FaultKind.DropBeforeReading });

        await Assert.ThrowsAsync<SFVideoUnknownOutcomeException>(() => rig.SubmitAsync("second"));

        Assert.Equal(2, rig.Calls(Operation.Submit).Length);
        Assert.Single(rig.Simulator.Bill);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    public async Task Submit_whose_answer_breaks_off_is_unknown_and_paid_once(int afterBytes)
    {
        await using var rig = await ServiceRig.StartAsync();
        rig.Simulator.SetFaults(new FaultRule { Operation = Operation.Submit, Fault = FaultKind.DropMidBody, AfterBytes = afterBytes });

        var error = await Assert.ThrowsAsync<SFVideoUnknownOutcomeException>(() => rig.SubmitAsync());

        Assert.Equal(200, error.StatusCode);
        Assert.Equal(rig.Simulator.Bill.Single().TraceId, error.TraceId);
        Assert.NotNull(error.InnerException);
        Assert.Single(rig.Calls(Operation.Submit));
    }

    [Fact]
    public async Task Submit_whose_answer_is_whole_but_stated_longer_is_taken()
    {
        await using var rig = await ServiceRig.StartAsync();
        rig.Simulator.SetFaults(new FaultRule { Operation = Operation.Submit, Fault = FaultKind.WrongLength, LengthChange = 10 });

        var video = await rig.SubmitAsync();

        Assert.Equal(rig.Simulator.Bill.Single().RequestId, video.RequestId);
    }

    [Theory]
    [InlineData(FaultKind.DropBeforeReading)]
    [InlineData(FaultKind.DropMidBody)]
    public async Task Status_on_a_connection_that_breaks_is_asked_again(FaultKind fault)
    {
        await using var rig = await ServiceRig.StartAsync();
        var video = await rig.SubmitAsync();
        rig.Simulator.SetFaults(new FaultRule { Operation = Operation.Status, Fault = fault, Occurrences = "1-2" });

        var now = await rig.StatusClient().GetAsync(video, CancellationToken.None);

        Assert.Equal(SFVideoStatus.Succeeded, now.Status);
        Assert.Equal(3, rig.Calls(Operation.Status).Length);
        Assert.All(rig.Observer.Retries, retry => Assert.Equal("ConnectionFailed", retry.Cause.ErrorId));
    }

    [Theory]
    [InlineData(FaultKind.DropBeforeReading)]
    [InlineData(FaultKind.DropMidBody)]
    public async Task Status_on_a_connection_that_always_breaks_is_a_failed_connection(FaultKind fault)
    {
        await using var rig = await ServiceRig.StartAsync();
        var video = await rig.SubmitAsync();
        rig.Simulator.SetFaults(new FaultRule { Operation = Operation.Status, Fault = fault });

        var error = await Assert.ThrowsAsync<SFVideoConnectionException>(() => rig.StatusClient().GetAsync(video, CancellationToken.None));

        Verify(error, "ConnectionFailed", mayRepeat: true);
        Assert.Equal(video.RequestId, error.RequestId);
        Assert.Equal(3, rig.Calls(Operation.Status).Length);
        Assert.Single(rig.Simulator.Bill);
    }

    [Fact]
    public async Task Submit_that_is_never_answered_ends_with_the_time_out_as_unknown()
    {
        var time = new VirtualTime();
        await using var rig = await ServiceRig.StartAsync(time: time);
        rig.Simulator.SetFaults(new FaultRule { Operation = Operation.Submit, Fault = FaultKind.Hang, TakesJob = true });

        var submit = rig.SubmitAsync();
        await rig.Simulator.WaitForBillAsync();
        time.Advance(TimeSpan.FromSeconds(99));
        Assert.False(submit.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(1));

        var error = await Assert.ThrowsAsync<SFVideoUnknownOutcomeException>(() => submit);
        Verify(error, "SubmitOutcomeUnknown", mayRepeat: false);
        Assert.Contains("no answer within 100 s", error.Message, StringComparison.Ordinal);
        Assert.Single(rig.Calls(Operation.Submit));
        Assert.Single(rig.Simulator.Bill);
    }

    [Fact]
    public async Task Status_that_is_never_answered_ends_with_the_time_out_as_a_failed_connection()
    {
        var time = new VirtualTime();
        await using var rig = await ServiceRig.StartAsync(time: time);
        var video = await rig.SubmitAsync();
        rig.Simulator.SetFaults(new FaultRule { Operation = Operation.Status, Fault = FaultKind.Hang });

        var status = rig.StatusClient(RetrySettings.None).GetAsync(video, CancellationToken.None);
        await rig.Simulator.WaitForCallAsync(Operation.Status);
        time.Advance(TimeSpan.FromSeconds(100));

        Verify(await Assert.ThrowsAsync<SFVideoConnectionException>(() => status), "ConnectionFailed", mayRepeat: true);
    }

    [Theory]
    [InlineData(299, "SubmitOutcomeUnknown")]
    [InlineData(498, "InvalidRequest")]
    public async Task Answer_that_stalls_after_its_head_keeps_status_and_trace_id(int status, string errorId)
    {
        var time = new VirtualTime();
        using var heads = new ResponseHeads(status);
        await using var simulator = await ServiceSimulator.StartAsync(ServiceRig.Instant);
        using var connection = ServiceRig.Connect(simulator.BaseUri, time);
        simulator.SetFaults(new FaultRule { Operation = Operation.Submit, Fault = FaultKind.Answer, Status = status, Body = new string(' ', 1000), BytesPerSecond = 10 });

        var submit = new SubmitClient(connection, new RecordingObserver()).SubmitAsync(ServiceRig.Request(), CancellationToken.None);
        await heads.Arrived;
        time.Advance(TimeSpan.FromSeconds(100));

        var error = await Assert.ThrowsAnyAsync<SFVideoException>(() => submit);
        Assert.Equal(errorId, error.ErrorId);
        Assert.Equal(status, error.StatusCode);
        Assert.Equal(simulator.Calls.Single().TraceId, error.TraceId);
        Assert.Contains(error.TraceId!, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refused_connection_is_repeated_and_then_a_failed_connection()
    {
        await NeverDeliveredAsync(FreePort.Address);
    }

    [Fact]
    public async Task Unknown_host_is_repeated_and_then_a_failed_connection() =>
        await NeverDeliveredAsync(new Uri("https://api.siliconflow.invalid/v1"));

    [Fact]
    public async Task Host_that_does_not_speak_TLS_is_repeated_and_then_a_failed_connection()
    {
        await using var simulator = await ServiceSimulator.StartAsync(ServiceRig.Instant);

        await NeverDeliveredAsync(new UriBuilder(simulator.BaseUri) { Scheme = "https" }.Uri);

        Assert.Empty(simulator.Calls);
    }

    [Fact]
    public async Task Call_that_the_caller_gives_up_is_canceled_and_no_error_of_the_service()
    {
        await using var rig = await ServiceRig.StartAsync();
        using var stop = new CancellationTokenSource();
        using var hold = rig.Simulator.HoldCalls(Operation.Submit);

        var submit = rig.SubmitClient().SubmitAsync(ServiceRig.Request(), stop.Token);
        await rig.Simulator.WaitForCallAsync(Operation.Submit);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => submit);
        Assert.Equal("stopped", rig.Observer.Calls.Single().Outcome.ToString());
    }

    private static async Task NeverDeliveredAsync(Uri address)
    {
        using var connection = ServiceRig.Connect(address);
        var observer = new RecordingObserver();

        var error = await Assert.ThrowsAsync<SFVideoConnectionException>(
            () => new SubmitClient(connection, observer).SubmitAsync(ServiceRig.Request(), CancellationToken.None));

        Verify(error, "ConnectionFailed", mayRepeat: true);
        Assert.Single(observer.Calls);
    }

    private static void Verify(SFVideoException error, string errorId, bool mayRepeat)
    {
        Assert.Equal(errorId, error.ErrorId);
        Assert.Equal(mayRepeat, error.MayRepeat);
        Assert.Null(error.ServiceCode);
        Assert.NotNull(error.InnerException);
    }
}
