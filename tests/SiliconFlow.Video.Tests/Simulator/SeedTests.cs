using System.Text.Json;
using SiliconFlow.Simulator;

namespace SiliconFlow.Video.Tests.Simulator;

public sealed class SeedTests : SimulatorTest
{
    [Fact]
    public async Task The_same_seed_and_the_same_calls_give_the_same_run()
    {
        var plan = FaultPlan.Of(new FaultRule { Operation = Operation.Submit, Share = 0.4, Fault = FaultKind.Answer, Status = 503 });
        string[] runs = [await RunAsync(7, plan), await RunAsync(7, plan), await RunAsync(8, plan)];

        Assert.Equal(runs[0], runs[1]);
        Assert.NotEqual(runs[0], runs[2]);
    }

    [Fact]
    public async Task Ids_are_unique()
    {
        var ids = new List<string>();
        for (var i = 0; i < 500; i++)
        {
            ids.Add(await SubmitAsync());
        }

        Assert.Distinct(ids);
        Assert.Distinct(Service.Calls.Select(call => call.TraceId));
    }

    /// <summary>All that a run shows: its bill, its calls, its jobs and the bytes of its first video.</summary>
    private async Task<string> RunAsync(long seed, FaultPlan plan)
    {
        await using var simulator = await ServiceSimulator.StartAsync(Options with { Seed = seed, Faults = plan, RunTimeSpread = TimeSpan.FromSeconds(9) });
        for (var i = 0; i < 20; i++)
        {
            using var response = await Http.PostAsync(new Uri(simulator.BaseUri, "/v1/video/submit"), new StringContent(SubmitBody($"prompt {i}")));
        }

        using var video = simulator.OpenVideo(simulator.Jobs[0].RequestId);
        return JsonSerializer.Serialize(new { simulator.Bill, simulator.Calls, simulator.Jobs, Video = System.Security.Cryptography.SHA256.HashData(video) });
    }
}
