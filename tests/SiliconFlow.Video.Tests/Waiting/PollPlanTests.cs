using SiliconFlow.Video.Waiting;

namespace SiliconFlow.Video.Tests.Waiting;

public sealed class PollPlanTests
{
    [Theory]
    [InlineData(20)]
    [InlineData(150)]
    [InlineData(600)]
    public void Unknown_model_is_seen_as_soon_as_by_asking_every_five_seconds(double median)
    {
        var delays = Enumerable.Range(0, 200).SelectMany(seed =>
        {
            var world = new PollWorld(seed: seed);
            world.AddRunning(1, median);
            world.Run();
            return world.Delays.Values;
        }).Order().ToArray();

        Assert.InRange(delays.Average(), 0, 2.6);
        Assert.InRange(delays[190], 0, 5);
    }

    [Fact]
    public void Known_model_takes_fewer_questions_and_is_seen_as_soon()
    {
        var (cold, warm) = (new PollWorld(), new PollWorld());
        Teach(warm, 150);
        cold.AddRunning(20, 150);
        warm.AddRunning(20, 150);
        cold.Run();
        warm.Run();

        Assert.InRange(warm.Asked.Count, 0, 0.7 * cold.Asked.Count);
        Assert.InRange(warm.Delays.Values.Order().ElementAt(17), 0, 5.1);
    }

    [Fact]
    public void Run_itself_teaches_the_model()
    {
        var world = new PollWorld();
        world.AddRunning(20, 40);
        world.Run();
        var first = world.Asked.Count;
        world.AddRunning(20, 40);
        world.Run();

        Assert.InRange(world.Plan.Of("").RunTimes.Median, 30, 55);
        Assert.InRange(world.Asked.Count - first, 0, 1.3 * first);
        Assert.Equal(40, world.Delays.Count);
    }

    [Fact]
    public void Models_are_learned_apart()
    {
        var world = new PollWorld();
        world.Plan.Of("a").RunTimes.Learn(20, []);

        Assert.Equal(150, world.Plan.Of("b").RunTimes.Median, 0.1);
    }

    [Theory]
    [InlineData(true, 60)]
    [InlineData(false, 600)]
    public void Hundreds_of_jobs_in_a_queue_are_hardly_asked_about_before_their_turn(bool inOrder, double most)
    {
        var world = new PollWorld();
        world.AddQueued(300, places: 10, median: 100, inOrder);
        world.Run();

        Assert.Equal(300, world.Delays.Count);
        Assert.InRange(1.0 * world.Asked.Count / 300, 1, inOrder ? most : 130);
        Assert.InRange(world.Delays.Values.Order().ElementAt(285), 0, 8);
    }

    [Fact]
    public void Jobs_at_the_end_of_the_queue_rest()
    {
        var world = new PollWorld();
        world.AddQueued(300, places: 10, median: 100);
        var last = world.Add(4000, 4100);
        world.Run(1000);

        Assert.InRange(world.Asked.Count(asked => asked.Job == last), 1, 8);
    }

    [Fact]
    public void Service_that_says_queued_while_it_runs_is_not_believed_for_long()
    {
        var world = new PollWorld();
        for (var i = 0; i < 6; i++)
        {
            // Said to be queued up to its end, which it cannot have been.
            var job = new PollJob(null, world.Now, isFresh: true, double.PositiveInfinity);
            world.Plan.Add(job, world.Now);
            world.Sleep(100);
            Assert.NotNull(world.Plan.Take(world.Now));
            world.Plan.Pending(job, SFVideoStatus.InQueue, world.Now);
            world.Sleep(60);
            Assert.NotNull(world.Plan.Take(world.Now));
            world.Plan.Ended(job, succeeded: true, inference: 150, world.Now);
        }

        Assert.False(world.Plan.Of("").QueuedMeansQueued);
    }

    [Fact]
    public void No_job_is_left_alone_for_long_however_wrong_the_model_is()
    {
        var world = new PollWorld();
        Teach(world, 10_000);
        var job = world.Add(0, 30);
        world.Run();

        Assert.InRange(world.Delays[job], 0, 100);
    }

    [Fact]
    public void Job_that_lasts_far_longer_than_others_is_asked_ever_more_seldom_but_still()
    {
        var world = new PollWorld();
        Teach(world, 150);
        world.Add(0, 20_000);
        world.Run();
        var gaps = world.Asked.Zip(world.Asked.Skip(1), (a, b) => b.At - a.At).ToArray();

        Assert.InRange(gaps.Max(), 30, 91);
        Assert.InRange(gaps.Length, 200, 1500);
    }

    [Fact]
    public void Jobs_that_were_submitted_together_are_not_asked_together()
    {
        var world = new PollWorld(callsPerMinute: 60_000);
        Teach(world, 150);
        for (var i = 0; i < 200; i++)
        {
            world.Add(0, 1000);
        }

        world.Run(120);
        var close = world.Asked.Where(asked => asked.At > 60).ToArray();
        var perSecond = close.GroupBy(asked => (int)asked.At).Max(group => group.Count());

        Assert.InRange(perSecond, 1, 90);
    }

    [Fact]
    public void Same_seed_gives_the_same_questions()
    {
        Assert.Equal(Times(7), Times(7));
        Assert.NotEqual(Times(7), Times(8));

        static double[] Times(int seed)
        {
            var world = new PollWorld(seed: seed);
            world.AddRunning(5, 60);
            world.Run();
            return [.. world.Asked.Select(asked => asked.At)];
        }
    }

    [Theory]
    [InlineData(60)]
    [InlineData(600)]
    public void Calls_keep_to_the_budget_in_any_second_and_minute(int callsPerMinute)
    {
        var world = new PollWorld(callsPerMinute, pace: PollPace.Eager);
        world.AddRunning(100, 60);
        world.Run(100);
        world.Sleep(1000);
        world.AddQueued(100, places: 5, median: 20, inOrder: false);
        world.Run();
        var at = world.Asked.Select(asked => asked.At).ToArray();

        Assert.Equal(200, world.Delays.Count);
        Assert.True(MostWithin(at, 60) <= callsPerMinute + 1);
        Assert.True(MostWithin(at, 1) <= (callsPerMinute / 60) + 1);
    }

    [Fact]
    public void Fast_budget_lets_few_calls_start_together()
    {
        var world = new PollWorld(60_000);
        for (var i = 0; i < 5000; i++)
        {
            world.Add(0, 0, isFresh: false);
        }

        world.Run();

        Assert.InRange(MostWithin([.. world.Asked.Select(asked => asked.At)], 1), 900, 1025);
    }

    [Fact]
    public void Last_question_falls_on_the_deadline_and_goes_before_all_others()
    {
        var world = new PollWorld(60);
        world.AddRunning(200, 400);
        var job = world.Add(0, 5000, deadline: 90.25);
        world.Run(100);

        Assert.InRange(world.Asked.Last(asked => asked.Job == job).At, 90.25, 92.3);
    }

    [Fact]
    public void Resting_job_is_asked_on_its_deadline_too()
    {
        var world = new PollWorld();
        world.AddQueued(100, places: 2, median: 100);
        var job = world.Add(50_000, 60_000, deadline: 77);
        world.Run(100);

        Assert.InRange(world.Asked.Last(asked => asked.Job == job).At, 77, 77.1);
    }

    [Fact]
    public void Interval_of_the_caller_is_kept_to()
    {
        var world = new PollWorld(interval: 7);
        var fresh = world.Add(0, 1000, deadline: 30);
        var other = world.Add(0, 1000, deadline: 30, isFresh: false);
        world.Run(100);

        Assert.Equal([7, 14, 21, 28, 30], world.Asked.Where(asked => asked.Job == fresh).Select(asked => Math.Round(asked.At, 1)));
        Assert.Equal([0, 7, 14, 21, 28, 30], world.Asked.Where(asked => asked.Job == other).Select(asked => Math.Round(asked.At, 1)));
    }

    [Fact]
    public void Refusals_slow_the_calls_down_to_what_the_service_takes()
    {
        var world = new PollWorld(6000, pace: PollPace.Eager);
        world.Limit(2);
        world.AddRunning(100, 200);
        world.Run();

        Assert.Equal(100, world.Delays.Count);
        Assert.InRange(world.Refused, 1, world.Asked.Count / 10);
    }

    [Fact]
    public void Failures_put_a_job_off_longer_and_longer()
    {
        var world = new PollWorld();
        var job = world.Add(0, 1000, isFresh: false);
        var waits = new List<double>();
        for (var i = 0; i < 12; i++)
        {
            world.Sleep(1000);
            Assert.Same(job, world.Plan.Take(world.Now));
            waits.Add(world.Plan.Failed(job, 0, tooMany: false, world.Now, world.Now));
        }

        Assert.InRange(waits[0], 0.7, 1.5);
        Assert.All(waits, wait => Assert.InRange(wait, 0.7, 25));
        Assert.InRange(waits[^1], 12.5, 25);
    }

    [Fact]
    public void Failed_generations_teach_nothing_and_begin_no_queue()
    {
        var world = new PollWorld();
        var job = world.Add(0, 1000, isFresh: false);
        Assert.Same(job, world.Plan.Take(world.Now));
        world.Plan.Ended(job, succeeded: false, inference: 1, world.Now);

        Assert.Equal(0, world.Plan.Of("").RunTimes.Count);
        Assert.Empty(world.Plan.Of("").Pending);
    }

    [Fact]
    public void Remaining_time_falls_as_jobs_run_and_is_near_the_truth()
    {
        var world = new PollWorld();
        Assert.Null(world.Plan.Remaining(0));
        Teach(world, 100);
        world.AddQueued(100, places: 10, median: 100);
        world.Run(30);
        Assert.Null(world.Plan.Remaining(world.Now));

        world.Run(400);
        var estimate = world.Plan.Remaining(world.Now)!.Value;
        var then = world.Now;
        world.Run();

        Assert.InRange(estimate / (world.Now - then), 0.6, 1.6);
    }

    private static void Teach(PollWorld world, double median)
    {
        for (var i = 0; i < 30; i++)
        {
            world.Plan.Of("").RunTimes.Learn(world.Length(median), []);
        }
    }

    private static int MostWithin(double[] at, double seconds)
    {
        var (most, first) = (0, 0);
        for (var last = 0; last < at.Length; last++)
        {
            while (at[last] - at[first] >= seconds - 1e-9)
            {
                first++;
            }

            most = Math.Max(most, last - first + 1);
        }

        return most;
    }
}
