using SiliconFlow.Video.Waiting;

namespace SiliconFlow.Video.Tests.Waiting;

/// <summary>What one answer changes for the job itself and for the others.</summary>
public sealed class PollPlanLearningTests
{
    private readonly PollWorld _world = new();

    [Fact]
    public void Short_run_brings_the_questions_about_others_forward()
    {
        for (var run = 0; run < 7; run++)
        {
            _world.Plan.Of("").RunTimes.Learn(300, []);
        }

        var (ended, other) = (_world.Add(0, 0), _world.Add(0, 0));
        TakeBoth();
        _world.Plan.Pending(other, SFVideoStatus.InProgress, 16);
        Assert.InRange(_world.Plan.NextAt, 95, 106);

        _world.Plan.Ended(ended, succeeded: true, inference: 15, 16);
        Assert.InRange(_world.Plan.NextAt, 16, 80);
    }

    [Fact]
    public void Job_stays_away_for_as_long_as_the_service_asked()
    {
        var (first, second) = (_world.Add(0, 0), _world.Add(0, 0, deadline: 60));
        TakeBoth();

        Assert.Equal(100, _world.Plan.Failed(first, retryAfter: 100, tooMany: false, 16, 16), 1e-9);
        Assert.Equal(44, _world.Plan.Failed(second, retryAfter: 100, tooMany: false, 16, 16), 1e-9);
    }

    private void TakeBoth()
    {
        _world.Sleep(15);
        Assert.NotNull(_world.Plan.Take(_world.Now));
        _world.Sleep(1);
        Assert.NotNull(_world.Plan.Take(_world.Now));
    }
}
