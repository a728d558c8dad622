using SiliconFlow.Simulator;

namespace SiliconFlow.Video.Tests.Simulator;

public sealed class ListeningTests
{
    [Theory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://[::]:0")]
    [InlineData("http://*:8080")]
    [InlineData("http://+:8080")]
    [InlineData("http://192.168.1.1:8080")]
    [InlineData("http://example.com:8080")]
    [InlineData("http://127.0.0.1:0;http://10.0.0.1:0")]
    [InlineData("https://127.0.0.1:0")]
    [InlineData("http://127.0.0.1:0/v1")]
    [InlineData("http://unix:/tmp/socket")]
    [InlineData("127.0.0.1")]
    [InlineData("")]
    public async Task Nothing_but_loopback_is_listened_on(string urls) =>
        await Assert.ThrowsAsync<FormatException>(() => ServiceSimulator.StartAsync(new SimulatorOptions { Urls = urls }));

    [Theory]
    [InlineData("http://127.0.0.1:0")]
    [InlineData("http://localhost:0")]
    [InlineData("http://127.0.0.1:0;http://127.0.0.2:0")]
    public async Task A_free_port_is_taken(string urls)
    {
        await using var simulator = await ServiceSimulator.StartAsync(new SimulatorOptions { Urls = urls });

        Assert.Matches("^http://127\\.0\\.0\\.1:[0-9]+/v1$", simulator.BaseUri.AbsoluteUri);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_an_error()
    {
        await using var first = await ServiceSimulator.StartAsync();

        await Assert.ThrowsAsync<IOException>(() => ServiceSimulator.StartAsync(new SimulatorOptions { Urls = $"http://127.0.0.1:{first.BaseUri.Port}" }));
    }

    [Fact]
    public async Task Times_out_of_range_are_refused()
    {
        SimulatorOptions[] bad =
        [
            new() { QueueTime = TimeSpan.FromTicks(-1) },
            new() { RunTime = TimeSpan.MaxValue },
            new() { RunTimeSpread = TimeSpan.FromDays(-1) },
            new() { LinkLifetime = TimeSpan.FromDays(366) },
        ];
        foreach (var options in bad)
        {
            await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => ServiceSimulator.StartAsync(options));
        }
    }

    [Fact]
    public async Task A_plan_that_makes_no_sense_is_refused_at_start_and_later()
    {
        var plan = FaultPlan.Of(new FaultRule { Operation = Operation.Submit, Fault = FaultKind.Slow });
        await Assert.ThrowsAsync<ArgumentException>(() => ServiceSimulator.StartAsync(new SimulatorOptions { Faults = plan }));

        await using var simulator = await ServiceSimulator.StartAsync();
        Assert.Throws<ArgumentException>(() => simulator.SetFaults(plan));
    }
}
