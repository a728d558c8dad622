using System.Net;
using SiliconFlow.Simulator;

namespace SiliconFlow.Video.Tests.Simulator;

public sealed class ConcurrencyTests : SimulatorTest
{
    private const int Connections = 1000;

    [Fact]
    public async Task A_thousand_connections_are_held_at_once_and_all_answered()
    {
        Task<HttpResponseMessage>[] submits;
        using (Service.HoldCalls(Operation.Submit))
        {
            submits = [.. Enumerable.Range(0, Connections).Select(i => TrySubmitAsync($"prompt {i}"))];

            // None is answered before the last has arrived, so each has a connection of its own.
            await Service.WaitForCallAsync(Operation.Submit, Connections).WaitAsync(Patience);
            Assert.Empty(Service.Bill);
        }

        var responses = await Task.WhenAll(submits);

        Assert.All(responses, response => Assert.Equal(HttpStatusCode.OK, response.StatusCode));
        Assert.Distinct(Service.Bill.Select(entry => entry.Prompt));
        Assert.Equal(Service.Bill.Select(entry => entry.RequestId), Service.Jobs.Select(job => job.RequestId));
        Assert.Equal(Connections, Service.Bill.Count);
    }
}
