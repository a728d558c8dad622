using SiliconFlow.Video.Waiting;

namespace SiliconFlow.Video.Tests.Waiting;

public sealed class PollRulesTests
{
    private readonly PollRules _rules = new(null, PollPace.Usual, new Random(1));
    private readonly ModelJobs _model = new();

    [Fact]
    public void Jobs_that_failed_together_do_not_come_again_together()
    {
        var waits = Enumerable.Range(0, 200).Select(_ => _rules.Backoff(1)).ToArray();

        Assert.InRange(waits.Min(), 0.75, 0.8);
        Assert.InRange(waits.Max(), 1.45, 1.5);
    }

    [Fact]
    public void However_short_the_runs_are_a_job_is_asked_once_a_second_at_most()
    {
        Teach(1);

        Assert.All(Enumerable.Range(0, 200), _ => Assert.InRange(_rules.Next(Running(startedBy: 10), _model, 10.1) - 10.1, 0.9, 2.5));
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(3, 3)]
    [InlineData(4.5, 4.5)]
    [InlineData(6, 5)]
    [InlineData(200, 5)]
    public void While_nothing_is_known_a_job_is_asked_when_its_age_has_doubled_and_each_five_seconds_at_least(double age, double gap)
    {
        var job = new PollJob(null, 0, isFresh: true, double.PositiveInfinity) { NotBefore = 0, StartedBy = 1, Seen = SFVideoStatus.InProgress, SeenAt = age, IsScout = true };

        Assert.All(Enumerable.Range(0, 200), _ => Assert.InRange(_rules.Next(job, _model, age) - age, 0.94 * gap, gap));
    }

    [Fact]
    public void However_long_the_runs_are_a_running_job_is_asked_each_ninety_seconds()
    {
        Teach(100_000);

        Assert.All(Enumerable.Range(0, 200), _ => Assert.InRange(_rules.Next(Running(startedBy: 10), _model, 20) - 20, 84, 90));
    }

    [Fact]
    public void Question_is_worth_more_where_an_end_is_likely_and_less_while_others_stand_guard()
    {
        Teach(150);
        var (old, young, resting) = (Running(startedBy: 10), Running(startedBy: 150), Running(startedBy: 10));
        resting.IsDormant = true;

        Assert.InRange(_rules.Worth(old, _model, 170), 2 * _rules.Worth(young, _model, 170), 100);
        Assert.InRange(_rules.Worth(resting, _model, 170), 0, _rules.Worth(old, _model, 170) / 100);
    }

    private static PollJob Running(double startedBy) =>
        new(null, 0, isFresh: true, double.PositiveInfinity) { NotBefore = startedBy, StartedBy = startedBy, Seen = SFVideoStatus.InProgress, SeenAt = 160, Due = 165 };

    private void Teach(double seconds)
    {
        for (var run = 0; run < 30; run++)
        {
            _model.RunTimes.Learn(seconds, []);
        }
    }
}
