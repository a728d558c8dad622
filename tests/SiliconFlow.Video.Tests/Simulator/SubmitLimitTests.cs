using System.Net;
using SiliconFlow.Simulator;

namespace SiliconFlow.Video.Tests.Simulator;

/// <summary>The rate limit that a simulator has on request.</summary>
public sealed class SubmitLimitTests : SimulatorTest
{
    protected override SimulatorOptions Options => base.Options with { SubmitsPerMinute = 2 };

    [Fact]
    public async Task Submits_beyond_the_limit_are_refused_until_the_minute_is_over()
    {
        await SubmitAsync();
        Time.Advance(TimeSpan.FromSeconds(30));
        await SubmitAsync();
        using var refused = await TrySubmitAsync();

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Contains("rate limiting", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Time.Advance(TimeSpan.FromSeconds(29));
        Assert.Equal(HttpStatusCode.TooManyRequests, (await TrySubmitAsync()).StatusCode);
        Time.Advance(TimeSpan.FromSeconds(1));
        await SubmitAsync();
        await SubmitAsync();
        Assert.Equal(4, Service.Bill.Count);
    }

    [Fact]
    public async Task A_reset_begins_a_new_minute()
    {
        await SubmitAsync();
        await SubmitAsync();

        Service.Reset();

        await SubmitAsync();
    }

    [Fact]
    public async Task A_limit_that_lets_nothing_pass_is_refused() =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => ServiceSimulator.StartAsync(new SimulatorOptions { SubmitsPerMinute = 0 }));
}
