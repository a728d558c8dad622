using SiliconFlow.Video.Commands;

namespace SiliconFlow.Video.Tests.Commands;

public sealed class SlidingRateTests
{
    private readonly SlidingRate _rate = new(TimeSpan.FromSeconds(10));

    [Fact]
    public void Nothing_is_told_before_there_is_growth()
    {
        Assert.Null(_rate.PerSecond);
        Note(0, 5);
        Assert.Null(_rate.PerSecond);
        Note(1, 5);
        Assert.Null(_rate.PerSecond);
    }

    [Fact]
    public void Growth_is_told_in_seconds()
    {
        Note(0, 0);
        Note(4, 6);

        Assert.Equal(1.5, _rate.PerSecond);
    }

    [Fact]
    public void What_is_long_ago_counts_no_more()
    {
        Note(0, 0);
        Note(1, 1000);
        Note(11, 1010);
        Note(21, 1030);

        Assert.Equal(2, _rate.PerSecond);
    }

    [Fact]
    public void Standstill_is_told_once_the_window_holds_nothing_else()
    {
        Note(0, 0);
        Note(5, 10);
        Note(12, 10);
        Note(23, 10);

        Assert.Null(_rate.PerSecond);
    }

    private void Note(int second, long count) => _rate.Note(TimeSpan.FromSeconds(second), count);
}
