using SiliconFlow.Video.Waiting;

namespace SiliconFlow.Video.Tests.Waiting;

public sealed class PollScheduleTests
{
    private static readonly TimeSpan Long = TimeSpan.FromHours(1);

    [Fact]
    public void Interval_of_its_own_grows_from_two_to_ten_seconds()
    {
        var schedule = new PollSchedule(null);

        Assert.Equal([2, 3, 4.5, 6.75, 10, 10, 10], Enumerable.Range(0, 7).Select(_ => schedule.Next(Long, null).TotalSeconds));
    }

    [Fact]
    public void Interval_of_the_caller_is_kept_to()
    {
        var schedule = new PollSchedule(TimeSpan.FromSeconds(0.5));

        Assert.Equal([0.5, 0.5, 0.5], Enumerable.Range(0, 3).Select(_ => schedule.Next(Long, null).TotalSeconds));
    }

    [Fact]
    public void Last_question_falls_on_the_deadline() =>
        Assert.Equal(TimeSpan.FromSeconds(1), new PollSchedule(null).Next(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5)));

    [Fact]
    public void Service_that_asks_to_stay_away_longer_is_heard_and_shorter_is_not()
    {
        var schedule = new PollSchedule(TimeSpan.FromSeconds(5));

        Assert.Equal(TimeSpan.FromSeconds(20), schedule.Next(Long, TimeSpan.FromSeconds(20)));
        Assert.Equal(TimeSpan.FromSeconds(5), schedule.Next(Long, TimeSpan.FromSeconds(1)));
    }

    [Theory]
    [InlineData(SFVideoStatus.Submitted, 0.0, 2.0)]
    [InlineData(SFVideoStatus.Submitted, 1.5, 0.5)]
    [InlineData(SFVideoStatus.Submitted, 2.0, 0.0)]
    [InlineData(SFVideoStatus.Submitted, -5.0, 0.0)]
    [InlineData(SFVideoStatus.Submitted, null, 0.0)]
    [InlineData(SFVideoStatus.Unknown, 0.0, 0.0)]
    [InlineData(SFVideoStatus.InProgress, 0.0, 0.0)]
    public void Job_that_was_just_submitted_is_left_alone_at_first(SFVideoStatus status, double? age, double first) => Assert.Equal(
        TimeSpan.FromSeconds(first),
        new PollSchedule(null).First(new SFVideo("a") { Status = status }, age is { } seconds ? TimeSpan.FromSeconds(seconds) : null));
}
