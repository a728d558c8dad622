namespace SiliconFlow.Video.Waiting;

/// <summary>
/// How long the runs of a model's jobs take, the queue left out. Log-normal, learned from finished runs: it starts from what is known of the service
/// (one to five minutes) and gives way to a few runs that say otherwise. Runs that still go on count, too: the first to end are the short ones.
/// Pure: it knows no clock.
/// </summary>
internal sealed class RunTimes
{
    /// <summary>How many runs make the model worth trusting.</summary>
    internal const int Enough = 3;

    /// <summary>How long runs take unless something else was learned, in seconds.</summary>
    internal const double UsualMedian = 150;

    /// <summary>Older runs fade beyond this many: a service has fast days and slow ones.</summary>
    private const int Memory = 60;

    private const double PriorSpread = 0.4;
    private const double PriorSpreadWeight = 4;

    /// <summary>The prior's middle counts as a quarter of a run, so that the first run seen outweighs it.</summary>
    private const double PriorWeight = 0.25;

    /// <summary>However alike the runs were, the next may differ a little.</summary>
    private const double LeastSpread = 0.08;

    /// <summary>Each fit starts from the last, so few rounds do.</summary>
    private const int Rounds = 3;

    private static readonly double PriorMiddle = Math.Log(UsualMedian);

    private double _weight;
    private double _mean;
    private double _squares;
    private double _middle = PriorMiddle;
    private double _deviation = PriorSpread;
    private double _spread = PriorSpread * Math.Sqrt(1 + (1 / PriorWeight));

    /// <summary>How many runs were learned from.</summary>
    internal int Count { get; private set; }

    /// <summary>As many runs are shorter as are longer, in seconds.</summary>
    internal double Median => Math.Exp(_middle);

    /// <summary>The run that is <paramref name="z"/> standard deviations from the middle, in seconds.</summary>
    /// <param name="z">How far from the middle.</param>
    /// <param name="startUnknownBy">The span in which the run began, which widens the curve.</param>
    internal double At(double z, double startUnknownBy = 0) => Math.Exp(_middle + (z * Widened(startUnknownBy)));

    /// <summary>How likely a run that had not ended after <paramref name="from"/> seconds has ended after <paramref name="to"/>.</summary>
    internal double Ended(double from, double to)
    {
        var before = Outlasts(from);
        return before <= 0 ? 1 : 1 - (Outlasts(to) / before);
    }

    /// <summary>Learns from a finished run.</summary>
    /// <param name="seconds">Its length; above zero.</param>
    /// <param name="goingOn">How long other runs have been going on for, in seconds.</param>
    internal void Learn(double seconds, IReadOnlyList<double> goingOn)
    {
        var x = Math.Log(seconds);
        Count++;
        var fade = _weight < Memory ? 1 : (Memory - 1) / _weight;
        _squares *= fade;
        _weight = (_weight * fade) + 1;
        var off = x - _mean;
        _mean += off / _weight;
        _squares += off * (x - _mean);
        for (var i = 0; i < Rounds; i++)
        {
            Fit(goingOn);
        }
    }

    /// <summary>One round of fitting the curve to all runs, with those that go on in the place where the last round expects them to end.</summary>
    private void Fit(IReadOnlyList<double> goingOn)
    {
        // What has faded of the finished runs must not be outweighed by those of the moment.
        var share = _weight / Count;
        var (weight, sum, squares) = (PriorWeight + _weight, (PriorWeight * PriorMiddle) + (_weight * _mean), 0.0);
        foreach (var age in goingOn)
        {
            if (age > 0)
            {
                var (mean, variance) = Beyond(Math.Log(age));
                weight += share;
                sum += share * mean;
                squares += share * (variance + ((mean - _middle) * (mean - _middle)));
            }
        }

        var middle = sum / weight;
        squares += (PriorSpreadWeight * PriorSpread * PriorSpread) + _squares + (_weight * (_mean - middle) * (_mean - middle))
            + (PriorWeight * (PriorMiddle - middle) * (PriorMiddle - middle));
        _middle = middle;
        _deviation = Math.Max(LeastSpread, Math.Sqrt(squares / (PriorSpreadWeight + weight - PriorWeight)));
        _spread = _deviation * Math.Sqrt(1 + (1 / weight));
    }

    /// <summary>Mean and variance of the logarithm of a run that is known to last longer than this.</summary>
    private (double Mean, double Variance) Beyond(double x)
    {
        var z = (x - _middle) / _deviation;
        var hazard = NormalCurve.Hazard(z);
        return (_middle + (_deviation * hazard), _deviation * _deviation * Math.Max(0, 1 + (z * hazard) - (hazard * hazard)));
    }

    private double Outlasts(double seconds) => seconds <= 0 ? 1 : NormalCurve.Above((Math.Log(seconds) - _middle) / _spread);

    /// <summary>A start that lies evenly anywhere in a span adds the span's own deviation.</summary>
    private double Widened(double span)
    {
        var relative = span / Math.Sqrt(12) / Median;
        return Math.Sqrt((_spread * _spread) + (relative * relative));
    }
}
