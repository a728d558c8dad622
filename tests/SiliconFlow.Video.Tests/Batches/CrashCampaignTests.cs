using SiliconFlow.Video.CrashCampaign;

namespace SiliconFlow.Video.Tests.Batches;

public sealed class CrashCampaignTests
{
    /// <summary>A short campaign; tests/SiliconFlow.Video.CrashCampaign is also a program, for long ones.</summary>
    [Fact]
    public async Task Killed_batches_pay_nothing_twice_and_lose_nothing()
    {
        Tally tally = await Campaign.RunAsync(kills: 12, seed: 1);

        Assert.Equal(12, tally.Kills);
    }
}
