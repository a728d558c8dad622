using SiliconFlow.Video.Waiting;

namespace SiliconFlow.Video.Tests.Waiting;

public sealed class RunTimesTests
{
    [Fact]
    public void Without_a_run_it_goes_by_what_is_known_of_the_service()
    {
        var runs = new RunTimes();

        Assert.Equal(150, runs.Median, 0.001);
        Assert.InRange(runs.At(-1.88), 10, 60);
        Assert.Equal(0, runs.Ended(0, 0), 0.001);
        Assert.Equal(0.5, runs.Ended(0, 150), 0.001);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(60)]
    [InlineData(3000)]
    public void Few_runs_outweigh_the_prior(double seconds)
    {
        var runs = new RunTimes();
        for (var i = 0; i < 5; i++)
        {
            runs.Learn(seconds, []);
        }

        Assert.InRange(runs.Median / seconds, 0.8, 1.25);
    }

    [Fact]
    public void Spread_is_learned_and_never_none()
    {
        var runs = new RunTimes();
        for (var i = 0; i < 500; i++)
        {
            runs.Learn(100, []);
        }

        Assert.InRange(runs.At(-1) / runs.Median, 0.85, 0.95);
    }

    [Fact]
    public void Old_runs_fade()
    {
        var runs = new RunTimes();
        for (var i = 0; i < 1000; i++)
        {
            runs.Learn(100, []);
        }

        for (var i = 0; i < 120; i++)
        {
            runs.Learn(200, []);
        }

        Assert.InRange(runs.Median, 165, 200);
    }

    [Fact]
    public void Runs_that_go_on_keep_the_first_to_end_from_passing_for_all()
    {
        var (blind, seeing) = (new RunTimes(), new RunTimes());
        double[] others = [.. Enumerable.Repeat(60.0, 80)];
        for (var i = 0; i < 20; i++)
        {
            blind.Learn(50 + (i / 2.0), []);
            seeing.Learn(50 + (i / 2.0), others);
        }

        Assert.InRange(blind.Median, 50, 60);
        Assert.InRange(seeing.Median, 65, 200);
    }

    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(1.6448536, 0.05)]
    [InlineData(-1.6448536, 0.95)]
    [InlineData(6, 9.865876e-10)]
    public void Normal_curve_is_right_far_out_too(double z, double above) => Assert.Equal(1, NormalCurve.Above(z) / above, 1e-5);

    [Fact]
    public void Hazard_stays_finite_far_out() => Assert.InRange(NormalCurve.Hazard(200), 200, 201);
}
