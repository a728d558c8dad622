using SiliconFlow.Simulator;
using SiliconFlow.Video.Service;

namespace SiliconFlow.Video.Tests.Service;

/// <summary>How long and how often failures are met with another try, in virtual time.</summary>
public sealed class RetryRulesTests
{
    [Fact]
    public async Task Waits_double_are_jittered_and_end_at_the_cap()
    {
        const int runs = 200;
        var settings = new RetrySettings(8, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(20));
        var waits = new List<TimeSpan>[settings.MaxRetries].Select(_ => new List<TimeSpan>()).ToArray();
        for (var run = 0; run < runs; run++)
        {
            foreach (var retry in await FailAsync(settings, static () => Transient()))
            {
                waits[retry.Attempt - 1].Add(retry.Delay);
            }
        }

        Assert.All(waits, wait => Assert.Equal(runs, wait.Count));
        Assert.All(waits.SelectMany(wait => wait), wait => Assert.InRange(wait, TimeSpan.Zero, settings.MaxDelay));
        for (var attempt = 0; attempt < 4; attempt++)
        {
            // Far wider than the mean of 200 samples strays, and too narrow for waits that do not double.
            var middle = settings.BaseDelay * Math.Pow(2, attempt);
            Assert.InRange(waits[attempt].Average(wait => wait / middle), 0.4, 1.6);
            Assert.True(waits[attempt].Distinct().Count() > runs / 2, "The waits are not jittered.");
        }

        Assert.Contains(settings.MaxDelay, waits[^1]);
    }

    [Fact]
    public async Task Status_gives_up_when_its_retries_are_used_up()
    {
        var time = new VirtualTime();
        await using var rig = await ServiceRig.StartAsync(time: time);
        var video = await rig.SubmitAsync();
        rig.Simulator.SetFaults(new FaultRule { Operation = Operation.Status, Fault = FaultKind.Answer, Status = 500, RetryAfter = "100" });

        await Assert.ThrowsAsync<SFVideoServiceUnavailableException>(
            () => time.RunAsync(rig.StatusClient(RetrySettings.Status).GetAsync(video, CancellationToken.None)));

        Assert.Equal(5, rig.Calls(Operation.Status).Length);
        Assert.Equal(4 * RetrySettings.Status.MaxDelay, time.Elapsed);
    }

    [Fact]
    public async Task Error_that_may_not_be_repeated_is_not()
    {
        Assert.Empty(await FailAsync(RetrySettings.Status, () => new SFVideoInvalidRequestException(LocalText.AsIs("refused"))));
        Assert.Empty(await FailAsync(RetrySettings.Status, () => new SFVideoProtocolException(LocalText.AsIs("nonsense"))));
        Assert.Empty(await FailAsync(RetrySettings.Status, () => new InvalidOperationException("a defect")));
        Assert.Empty(await FailAsync(RetrySettings.None, Transient));
    }

    private static SFVideoException Transient() => new SFVideoConnectionException(LocalText.AsIs("later")) { MayRepeat = true };

    private static async Task<RetryReport[]> FailAsync(RetrySettings settings, Func<Exception> failure)
    {
        var time = new VirtualTime();
        var observer = new RecordingObserver();
        var retry = RetryRules.Build("Test", settings, time, observer);
        var work = retry.ExecuteAsync<bool>(_ => throw failure(), CancellationToken.None).AsTask();
        await Assert.ThrowsAnyAsync<Exception>(() => time.RunAsync(work));
        return [.. observer.Retries];
    }
}
