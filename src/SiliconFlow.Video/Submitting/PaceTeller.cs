using SiliconFlow.Video.Service;

namespace SiliconFlow.Video.Submitting;

/// <summary>Tells -Verbose of slowing down and speeding up: of what doubles or halves, and of the end of it, but not of every step.</summary>
internal sealed class PaceTeller(ICallObserver observer)
{
    /// <summary>Shorter spacings, and none, count as this many seconds: nobody sees a difference.</summary>
    private const double Unspaced = 0.05;

    private bool _slowed;
    private int _atOnce;
    private TimeSpan _spacing;

    /// <summary>Looks at the pace, and tells it where it is worth it.</summary>
    internal void Tell(SubmitPace pace)
    {
        var slowed = pace.IsSlowed;
        var changed = slowed && (!_slowed || Differs(pace.Places, _atOnce) || Differs(Math.Max(Unspaced, pace.Spacing.TotalSeconds), Math.Max(Unspaced, _spacing.TotalSeconds)));
        if (slowed ? changed : _slowed)
        {
            _slowed = slowed;
            _atOnce = pace.Places;
            _spacing = pace.Spacing;
            observer.Paced(new PaceReport(slowed, _atOnce, _spacing));
        }
    }

    private static bool Differs(double a, double b) => a >= 2 * b || b >= 2 * a;
}
