using System.Net;
using SiliconFlow.Simulator;

namespace SiliconFlow.Video.Tests.Simulator;

public sealed class CallTests : SimulatorTest
{
    [Fact]
    public async Task Every_call_is_on_record_with_what_came_of_it()
    {
        var job = await SubmitAsync();
        using var gone = await Http.GetAsync(new Uri(Root, "v1/nowhere"));
        Service.SetFaults(new FaultRule { Operation = Operation.Status, Fault = FaultKind.DropBeforeReading });
        await Assert.ThrowsAsync<HttpRequestException>(() => AskStatusAsync(job));

        Assert.Equal(
            [(Operation.Submit, 1, "/v1/video/submit", 200), (Operation.Other, 1, "/v1/nowhere", 404), (Operation.Status, 1, "/v1/video/status", 0)],
            Service.Calls.Select(call => (call.Operation, call.Occurrence, call.Path, call.StatusCode!.Value)));
        Assert.Equal([job, null, null], Service.Calls.Select(call => call.RequestId));
        Assert.Equal([null, null, FaultKind.DropBeforeReading], Service.Calls.Select(call => call.Fault));
    }

    [Fact]
    public async Task A_wait_for_a_call_ends_when_it_arrives()
    {
        var second = Service.WaitForCallAsync(Operation.Status, 2);
        await AskStatusAsync("one");
        Assert.False(second.IsCompleted);
        await AskStatusAsync("two");

        Assert.Equal((Operation.Status, 2), (await second.WaitAsync(Patience) is var call ? (call.Operation, call.Occurrence) : default));
        Assert.Equal(1, (await Service.WaitForCallAsync(Operation.Status)).Occurrence);
    }

    [Fact]
    public async Task A_wait_for_the_end_of_a_call_brings_its_last_record()
    {
        var end = Service.WaitForCallEndAsync(Operation.Submit);
        Assert.False(end.IsCompleted);
        var job = await SubmitAsync();

        Assert.Equal((200, job), (await end.WaitAsync(Patience) is var call ? (call.StatusCode!.Value, call.RequestId) : default));
        Assert.Same(await end, await Service.WaitForCallEndAsync(Operation.Submit));
    }

    [Fact]
    public async Task A_held_call_arrives_and_is_worked_on_only_when_let_go()
    {
        Task<HttpResponseMessage> submit;
        using (Service.HoldCalls(Operation.Submit))
        {
            submit = TrySubmitAsync();
            await Service.WaitForCallAsync(Operation.Submit).WaitAsync(Patience);
            Assert.Empty(Service.Bill);
            Assert.Null(Service.Calls[0].StatusCode);
        }

        using var response = await submit;
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Single(Service.Bill);
    }

    [Fact]
    public async Task A_held_call_whose_client_goes_comes_to_nothing()
    {
        using var stop = new CancellationTokenSource();
        using var hold = Service.HoldCalls(Operation.Submit);
        var submit = TrySubmitAsync(cancellationToken: stop.Token);
        await Service.WaitForCallAsync(Operation.Submit).WaitAsync(Patience);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => submit);
        Assert.Equal(0, (await Service.WaitForCallEndAsync(Operation.Submit).WaitAsync(Patience)).StatusCode);
        hold.Dispose();
        await SubmitAsync("the next");
        Assert.Equal("the next", Assert.Single(Service.Bill).Prompt);
    }

    [Fact]
    public async Task Disposing_cuts_off_calls_and_ends_waits()
    {
        var simulator = await ServiceSimulator.StartAsync(Options);
        simulator.SetFaults(new FaultRule { Operation = Operation.Submit, Fault = FaultKind.Hang });
        var submit = Http.PostAsync(new Uri(simulator.BaseUri, "/v1/video/submit"), new StringContent(SubmitBody()));
        await simulator.WaitForCallAsync(Operation.Submit).WaitAsync(Patience);
        var wait = simulator.WaitForCallAsync(Operation.Models);

        await simulator.DisposeAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => submit);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
    }

    [Fact]
    public async Task A_reset_forgets_all_and_draws_anew()
    {
        var first = await SubmitAsync();
        Service.Reset();
        Assert.Empty(Service.Bill);
        Assert.Empty(Service.Calls);
        Assert.Empty(Service.Jobs);

        Assert.Equal(first, await SubmitAsync());
        Assert.Equal(1, Service.Calls[0].Occurrence);
    }
}
