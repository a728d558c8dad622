using SiliconFlow.Video.Waiting;

namespace SiliconFlow.Video.Tests.Waiting;

public sealed class QueueOrderTests
{
    private readonly PollWorld _world = new();
    private readonly PollJob _first;
    private readonly PollJob _second;

    public QueueOrderTests()
    {
        (_first, _second) = (_world.Add(0, 0), _world.Add(0, 0));
        _world.Sleep(49);
        Assert.NotNull(_world.Plan.Take(_world.Now));
        _world.Sleep(0.5);
        Assert.NotNull(_world.Plan.Take(_world.Now));
    }

    [Fact]
    public void Job_cannot_have_begun_while_one_before_it_was_in_the_queue()
    {
        _world.Plan.Pending(_first, SFVideoStatus.InQueue, 50);
        _world.Plan.Pending(_second, SFVideoStatus.InProgress, 60);

        Assert.Equal((50.0, 60.0), (_second.NotBefore, _second.StartedBy));
    }

    [Fact]
    public void Job_may_have_begun_while_one_behind_it_was_in_the_queue()
    {
        _world.Plan.Pending(_second, SFVideoStatus.InQueue, 50);
        _world.Plan.Pending(_first, SFVideoStatus.InProgress, 60);

        Assert.Equal((0.0, 60.0), (_first.NotBefore, _first.StartedBy));
    }
}
