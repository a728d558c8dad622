namespace SiliconFlow.Video.Benchmarks.Schedule;

/// <summary>
/// The fewest polls that any schedule can do with, where a job's length is all there is to know and its distribution is known: what a target can be
/// held against. Found by dynamic programming over the times of the polls, with a price on each job that is seen later than the delay allows.
/// </summary>
/// <param name="cumulative">The share of jobs that have ended after so many seconds.</param>
internal sealed class LeastPolls(Func<double, double> cumulative)
{
    private const double Horizon = 1200;
    private const double LongestGap = 160;
    private const int StepsADelay = 40;
    private const double Late = 0.05;

    /// <summary>Polls a job, where at most one job in twenty may be seen later than this.</summary>
    /// <param name="delay">The 95th percentile of the delay, in seconds.</param>
    public double At(double delay)
    {
        var ended = Enumerable.Range(0, (int)(Horizon / delay * StepsADelay) + 1).Select(i => cumulative(i * delay / StepsADelay)).ToArray();
        var longest = (int)(LongestGap / delay * StepsADelay);
        var (low, high, fewest) = (0.0, 1e5, double.NaN);
        for (var i = 0; i < 40; i++)
        {
            var price = (low + high) / 2;
            var (polls, late) = Best(ended, longest, price);
            if (late > Late)
            {
                low = price;
            }
            else
            {
                (high, fewest) = (price, polls);
            }
        }

        return fewest;
    }

    /// <summary>Polls a job of asking at even gaps, the first of them anywhere within one.</summary>
    /// <param name="delay">The 95th percentile of the delay, in seconds.</param>
    /// <param name="mean">The mean length of a job, in seconds.</param>
    public static double Fixed(double delay, double mean) => 1 + (mean * (1 - Late) / delay);

    private static (double Polls, double Late) Best(double[] ended, int longest, double price)
    {
        // From the last moment back: what is still to be paid after a poll at each. A job that has not ended by then costs the next poll.
        var last = ended.Length - 1;
        var (polls, late) = (new double[ended.Length], new double[ended.Length]);
        for (var from = last - 1; from >= 0; from--)
        {
            var (best, bestPolls, bestLate) = (double.PositiveInfinity, 0.0, 0.0);
            for (var gap = from == 0 ? 1 : Math.Min(StepsADelay, last - from); gap <= Math.Min(longest, last - from); gap++)
            {
                var missed = gap > StepsADelay ? ended[from + gap - StepsADelay] - ended[from] : 0;
                var total = polls[from + gap] + 1 - ended[from] + (price * (missed + late[from + gap]));
                if (total < best)
                {
                    (best, bestPolls, bestLate) = (total, polls[from + gap] + 1 - ended[from], missed + late[from + gap]);
                }
            }

            (polls[from], late[from]) = (bestPolls, bestLate);
        }

        return (polls[0], late[0]);
    }
}
