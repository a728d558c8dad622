using SiliconFlow.Simulator;
using SiliconFlow.Video.Tests.Service;

namespace SiliconFlow.Video.Tests.Submitting;

public sealed class SubmitterTests
{
    [Fact]
    public async Task Only_a_few_are_in_flight_at_once()
    {
        await using var rig = await ServiceRig.StartAsync();
        var submitter = rig.Submitter(throttleLimit: 3);
        var hold = rig.Simulator.HoldCalls(Operation.Submit);

        var submits = Enumerable.Range(1, 10).Select(i => submitter.SubmitAsync(ServiceRig.Request($"prompt {i}"))).ToArray();
        await rig.Simulator.WaitForCallAsync(Operation.Submit, 3);
        Assert.Equal(3, rig.Calls(Operation.Submit).Length);
        hold.Dispose();
        var videos = await Task.WhenAll(submits);

        Assert.Equal(rig.Simulator.Bill.Select(entry => entry.RequestId).Order(), videos.Select(video => video!.RequestId).Order());
        Assert.Equal(10, rig.Simulator.Bill.Count);
        Assert.Null(submitter.Halt);
    }

    [Theory]
    [InlineData(401, "Unauthorized")]
    [InlineData(402, "InsufficientBalance")]
    [InlineData(403, "Forbidden")]
    [InlineData(404, "EndpointNotFound")]
    [InlineData(302, "EndpointNotFound")]
    public async Task Refusal_that_meets_every_further_one_halts_the_sending(int status, string errorId)
    {
        await using var rig = await ServiceRig.StartAsync();
        rig.Simulator.SetFaults(new FaultRule { Operation = Operation.Submit, Fault = FaultKind.Answer, Status = status, Occurrences = "2-" });
        var submitter = rig.Submitter(throttleLimit: 1);

        var videos = await Task.WhenAll(Enumerable.Range(1, 6).Select(i => submitter.SubmitAsync(ServiceRig.Request($"prompt {i}"))));

        Assert.Equal(errorId, submitter.Halt!.ErrorId);
        Assert.Equal(5, submitter.Unsent);
        Assert.Equal(5, videos.Count(video => video is null));
        Assert.Equal(2, rig.Calls(Operation.Submit).Length);
        Assert.Single(rig.Simulator.Bill);
    }

    [Fact]
    public async Task Submits_in_flight_when_the_sending_halts_keep_their_jobs()
    {
        await using var rig = await ServiceRig.StartAsync();
        rig.Simulator.SetFaults(new FaultRule { Operation = Operation.Submit, Fault = FaultKind.Answer, Status = 401, Prompt = "refused" });
        var submitter = rig.Submitter(throttleLimit: 2);
        using var hold = rig.Simulator.HoldCalls(Operation.Submit);

        var taken = submitter.SubmitAsync(ServiceRig.Request("taken"));
        var refused = submitter.SubmitAsync(ServiceRig.Request("refused"));
        await rig.Simulator.WaitForCallAsync(Operation.Submit, 2);
        hold.Dispose();

        Assert.NotNull(await taken);
        Assert.Null(await refused);
        Assert.Equal(1, submitter.Unsent);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(422)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(200)]
    public async Task Error_of_one_row_leaves_the_others_their_turn(int status)
    {
        await using var rig = await ServiceRig.StartAsync();
        rig.Simulator.SetFaults(new FaultRule { Operation = Operation.Submit, Fault = FaultKind.Answer, Status = status, Body = "", Prompt = "bad" });
        var submitter = rig.Submitter(throttleLimit: 1);

        await Assert.ThrowsAnyAsync<SFVideoException>(() => submitter.SubmitAsync(ServiceRig.Request("bad")));
        var video = await submitter.SubmitAsync(ServiceRig.Request("good"));

        Assert.Equal(rig.Simulator.Bill.Single().RequestId, video!.RequestId);
        Assert.Null(submitter.Halt);
        Assert.Equal(0, submitter.Unsent);
    }

    [Fact]
    public async Task Row_that_waits_for_its_turn_when_the_caller_gives_up_is_never_sent()
    {
        await using var rig = await ServiceRig.StartAsync();
        using var stop = new CancellationTokenSource();
        var submitter = rig.Submitter(throttleLimit: 1, stop: stop.Token);
        using var hold = rig.Simulator.HoldCalls(Operation.Submit);

        var first = submitter.SubmitAsync(ServiceRig.Request("first"));
        await rig.Simulator.WaitForCallAsync(Operation.Submit);
        var second = submitter.SubmitAsync(ServiceRig.Request("second"));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        hold.Dispose();

        Assert.NotNull(await first);
        Assert.Equal("first", rig.Simulator.Bill.Single().Prompt);
        Assert.Single(rig.Calls(Operation.Submit));
    }
}
