using SiliconFlow.Video.Waiting;

namespace SiliconFlow.Video.Tests.Waiting;

public sealed class PollPaceTests
{
    [Theory]
    [InlineData(60)]
    [InlineData(600)]
    public void Budget_of_the_caller_is_used_up_for_one_job(int callsPerMinute)
    {
        var world = new PollWorld(callsPerMinute, pace: PollPace.Eager);
        for (var run = 0; run < 30; run++)
        {
            world.Plan.Of("").RunTimes.Learn(world.Length(150), []);
        }

        world.Add(0, 1000);
        world.Run(110);

        // Also long before runs of this model usually end.
        Assert.InRange(world.Asked.Count(asked => asked.At is >= 45 and < 105), 0.9 * callsPerMinute, callsPerMinute + 1);
    }

    [Fact]
    public void Few_jobs_that_wait_for_their_turn_are_weighed_by_what_is_known_now()
    {
        var world = new PollWorld(600, pace: PollPace.Eager);
        for (var run = 0; run < 30; run++)
        {
            world.Plan.Of("").RunTimes.Learn(world.Length(150), []);
        }

        world.AddRunning(20, 150);
        world.Run();

        // All that are due are asked in turn: who was asked last is worth the least.
        var turns = world.Asked.Where(asked => asked.At is > 60 and < 70).Select(asked => asked.Job).ToArray();
        var soon = turns.Zip(turns.Skip(1)).Count(pair => pair.First == pair.Second);
        Assert.Equal(0, soon);
    }
}
