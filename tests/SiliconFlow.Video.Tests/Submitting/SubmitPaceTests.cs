using SiliconFlow.Video.Submitting;

namespace SiliconFlow.Video.Tests.Submitting;

/// <summary>The pace against services that limit in different ways, in virtual time: quick, and with few refusals.</summary>
public sealed class SubmitPaceTests
{
    private static readonly (string Name, Func<ModelledService> Service, int Rows, double RefusalsPerJob, double Throughput)[] Services =
    [
        ("one at once", () => new ModelledService.AtOnce(1), 100, 0.15, 0.9),
        ("three at once", () => new ModelledService.AtOnce(3), 300, 0.06, 0.9),
        ("six at once", () => new ModelledService.AtOnce(6), 300, 0.04, 0.85),
        ("10 a minute", () => new ModelledService.FixedWindow(10, 60), 100, 0.7, 0.7),
        ("20 a minute", () => new ModelledService.FixedWindow(20, 60, offset: 30), 300, 0.45, 0.8),
        ("60 a minute", () => new ModelledService.FixedWindow(60, 60), 600, 0.25, 0.8),
        ("300 a minute", () => new ModelledService.FixedWindow(300, 60), 2000, 0.05, 0.75),
        ("5 a second", () => new ModelledService.FixedWindow(5, 1), 300, 0.08, 0.5),
        ("bucket of 20, 20 a minute", () => new ModelledService.TokenBucket(20, 20), 300, 0.65, 0.85),
        ("bucket of 1, 20 a minute", () => new ModelledService.TokenBucket(20, 1), 200, 0.55, 0.75),
        ("bucket of 5, 100 a minute", () => new ModelledService.TokenBucket(100, 5), 500, 0.25, 0.75),
        ("bucket of 10, 300 a minute", () => new ModelledService.TokenBucket(300, 10), 1000, 0.05, 0.8),
        ("an outage of two minutes", () => new ModelledService.Outage(20, 140), 500, 0.1, 0.6),
    ];

    public static TheoryData<string> Names { get; } = [.. Services.Select(service => service.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Limit_is_met_with_few_refusals_and_little_lost_time(string name)
    {
        var (_, create, rows, refusals, throughput) = Services.Single(service => service.Name == name);
        for (var seed = 1; seed <= 10; seed++)
        {
            var run = ModelledRun.Of(create(), rows, seed: seed);

            Assert.Equal(rows, run.Taken);
            Assert.InRange(run.Refused, 1, rows * refusals);
            Assert.True(create().Ideal(rows) / run.Seconds > throughput, $"{run.Seconds:0} s, where {create().Ideal(rows):0} s would do.");
            Assert.True(run.LongestRow < 300, $"A row was tried for {run.LongestRow:0} s.");
        }
    }

    [Theory]
    [InlineData(10, 0.5, 60)]
    [InlineData(300, 0.1, 300)]
    [InlineData(200, 0.3, 250)]
    [InlineData(200, 0.5, 400)]
    public void Share_of_refusals_costs_no_more_tries_than_it_must(int rows, double share, double seconds)
    {
        ModelledRun[] runs = [.. Enumerable.Range(1, 25).Select(seed => ModelledRun.Of(new ModelledService.Share(share), rows, seed: seed))];

        Assert.All(runs, run => Assert.Equal(rows, run.Taken));
        Assert.InRange(runs.Average(run => run.Refused), 0.5 * rows * share / (1 - share), 1.5 * rows * share / (1 - share));
        Assert.InRange(runs.Select(run => run.Seconds).Order().ElementAt(runs.Length / 2), 0, seconds);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(64)]
    public void Service_that_refuses_nothing_gets_as_many_at_once_as_the_user_allows(int limit)
    {
        var run = ModelledRun.Of(new ModelledService.Share(0), 2000, limit);

        Assert.Equal((0, limit), (run.Refused, run.MostInFlight));
        Assert.InRange(run.Seconds, 0, 1.1 * 2000 / limit);
    }

    [Fact]
    public void Refusals_of_submits_that_were_in_flight_together_slow_it_once()
    {
        var pace = Pace();
        SubmitTry[] sent = [.. Enumerable.Range(1, 8).Select(i => pace.Begin(i, TimeSpan.Zero))];

        foreach (var one in Enumerable.Reverse(sent))
        {
            pace.Refused(one, TimeSpan.FromSeconds(1));
        }

        Assert.Equal((4, TimeSpan.Zero), (pace.Places, pace.Spacing));
        Assert.Equal(TimeSpan.Zero, pace.WaitBeforeNext(0, TimeSpan.FromSeconds(1)));
        Assert.Null(pace.WaitBeforeNext(4, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void Refusal_of_a_submit_that_was_alone_makes_all_wait_twice_as_long_each_time_up_to_a_minute()
    {
        var pace = Pace();
        var now = TimeSpan.Zero;
        var holds = new List<double>();
        for (var i = 0; i < 10; i++)
        {
            pace.Refused(pace.Begin(1, now), now);
            var hold = pace.WaitBeforeNext(0, now)!.Value;
            holds.Add(hold.TotalSeconds);
            now += hold;
            Assert.Equal(1, pace.Places);
        }

        Assert.Equal(10, holds.Zip([0.5, 1, 2, 4, 8, 16, 32, 60, 60, 60], (hold, middle) => hold / middle).Count(jitter => jitter is >= 0.8 and <= 1.2));
        Assert.True(holds.Zip([0.5, 1, 2, 4], (hold, middle) => hold / middle).Distinct().Count() > 1, "The waits are not jittered.");
    }

    [Fact]
    public void Once_nothing_was_taken_for_the_whole_patience_nobody_waits_any_more()
    {
        var pace = Pace(patience: TimeSpan.FromSeconds(60));
        pace.Refused(pace.Begin(1, TimeSpan.Zero), TimeSpan.Zero);
        Assert.False(pace.IsHopeless(TimeSpan.FromSeconds(59)));

        var now = TimeSpan.FromSeconds(60);
        pace.Refused(pace.Begin(1, now), now);

        Assert.True(pace.IsHopeless(now));
        Assert.Equal((1, TimeSpan.Zero), (pace.Places, pace.WaitBeforeNext(0, now)));
        pace.Taken(pace.Begin(1, now), 1, now);
        Assert.False(pace.IsHopeless(now));
    }

    [Fact]
    public void Without_patience_there_is_no_waiting()
    {
        var pace = Pace(patience: TimeSpan.Zero);

        pace.Refused(pace.Begin(1, TimeSpan.Zero), TimeSpan.Zero);

        Assert.Equal(TimeSpan.Zero, pace.WaitBeforeNext(0, TimeSpan.Zero));
    }

    private static SubmitPace Pace(TimeSpan? patience = null) => new(8, patience ?? TimeSpan.FromMinutes(10), new Random(1));
}
