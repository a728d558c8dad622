namespace SiliconFlow.Video.Submitting;

/// <summary>
/// How many submits may be in flight and how close together, learned from which were taken and which refused. Pure policy: it is told the time and waits for nothing.
/// </summary>
/// <remarks>
/// Services limit two things, and a refusal does not say which. Too many at once: refusals end when fewer are in flight, so the window halves, once for each
/// congestion, and grows back by one with each window of submits that were taken. Too many a minute: a submit that was alone is refused, too. Then everything waits,
/// twice as long each time, and one submit at a time feels for the end of it. What was taken from the last such recovery to this one, and how long that took, is
/// the pace that the service allows, however it counts; the submits are spaced by it, and the spacing shrinks slowly, to find out when more is allowed.
/// Where spacing them changes nothing, the service refuses a share of all submits, however slowly they come. Then only the window answers for a while.
/// </remarks>
internal sealed class SubmitPace
{
    /// <summary>Where the window starts; until the first refusal it then grows by one with each submit that is taken.</summary>
    private const int FirstWindow = 8;

    /// <summary>How much slower the window grows past the number in flight that was refused last.</summary>
    private const double BeyondCeiling = 0.1;

    /// <summary>What the spacing shrinks to with each submit that is taken: little at first, more once a whole minute went well.</summary>
    private const double Shrink = 0.98;
    private const double QuickShrink = 0.8;

    /// <summary>By how much one recovery may widen the spacing: refusals that have nothing to do with the pace must not stretch it for ever.</summary>
    private const double MostWidening = 1.5;

    /// <summary>A service that counts takes more than so many spaced submits before it refuses one.</summary>
    private const int FewTaken = 5;

    /// <summary>So many recoveries after few were taken say that the spacing is in vain.</summary>
    private const int MostInVain = 2;

    /// <summary>So many refusals are then not answered by waiting.</summary>
    private const int ShruggedOff = 50;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ShortestHold = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan LongestFirstHold = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestHold = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan HeadStart = TimeSpan.FromSeconds(0.25);
    private static readonly TimeSpan LongestSpacing = TimeSpan.FromSeconds(10);

    /// <summary>A spacing shorter than this is none.</summary>
    private static readonly TimeSpan ShortestSpacing = TimeSpan.FromMilliseconds(10);

    private readonly int _limit;
    private readonly TimeSpan _patience;
    private readonly TimeSpan _longestHold;
    private readonly Random _random;

    private double _window;
    private int _ceiling;
    private int _holds;
    private long _begun;
    private long _begunBeforeDecrease;
    private TimeSpan _next;
    private TimeSpan _recovered;
    private int _takenSinceRecovery;
    private int _inVain;
    private int _shrugs;
    private TimeSpan? _refusedSince;

    /// <param name="limit">The most submits in flight, at least 1.</param>
    /// <param name="patience">How long refusals are met with waiting while nothing at all is taken. A tenth of it is the longest single wait.</param>
    /// <param name="random">Jitters the waits, so that users of one account part.</param>
    internal SubmitPace(int limit, TimeSpan patience, Random random)
    {
        _limit = limit;
        _patience = patience;
        _longestHold = Service.Clock.Min(LongestHold, TimeSpan.FromTicks(patience.Ticks / 10));
        _random = random;
        _window = Math.Min(limit, FirstWindow);
        _ceiling = int.MaxValue;
    }

    /// <summary>
    /// How long a row stays out of the line after a refusal, so that one that is refused again and again (limits are counted for each model) does not stand in
    /// the way of rows that would be taken. After every second refusal it rests until another row could be sent: left to chance, its rest could end before
    /// everybody's wait each time, and the same row would go first for minutes.
    /// </summary>
    /// <param name="attempt">How often it was tried.</param>
    /// <param name="now">The time.</param>
    internal TimeSpan RestAfter(int attempt, TimeSpan now)
    {
        var rest = TimeSpan.FromSeconds(Math.Min(Math.Min(LongestRest.TotalSeconds, _longestHold.TotalSeconds), ShortestHold.TotalSeconds * Math.Pow(2, attempt - 1)));
        return attempt % 2 == 0 && _next > now ? Service.Clock.Max(rest, _next - now + HeadStart) : rest;
    }

    /// <summary>How many may be in flight now.</summary>
    internal int Places => _holds > 0 ? 1 : (int)_window;

    /// <summary>The least time between two submits.</summary>
    internal TimeSpan Spacing { get; private set; }

    /// <summary>True while submits are slower than the caller would like.</summary>
    internal bool IsSlowed => _ceiling != int.MaxValue && (_window < _limit || Spacing > TimeSpan.Zero || _holds > 0);

    /// <summary>True when nothing was taken for so long that waiting has no sense any more.</summary>
    internal bool IsHopeless(TimeSpan now) => _refusedSince is { } since && now - since >= _patience;

    /// <summary>How long the next submit has to wait; null where it has to wait for one in flight to end.</summary>
    internal TimeSpan? WaitBeforeNext(int inFlight, TimeSpan now) => inFlight >= Places ? null : now >= _next ? TimeSpan.Zero : _next - now;

    /// <summary>A submit is sent.</summary>
    /// <param name="inFlight">How many are in flight with it.</param>
    /// <param name="now">The time.</param>
    internal SubmitTry Begin(int inFlight, TimeSpan now)
    {
        _next = now + Spacing;
        return new SubmitTry(++_begun, inFlight);
    }

    /// <summary>The service took a submit.</summary>
    /// <param name="taken">What <see cref="Begin"/> gave for it.</param>
    /// <param name="inFlight">How many are in flight with it at its end.</param>
    /// <param name="now">The time.</param>
    internal void Taken(SubmitTry taken, int inFlight, TimeSpan now)
    {
        _takenSinceRecovery++;
        _refusedSince = null;
        if (_holds == 0)
        {
            Quicken(inFlight, now);
        }
        else if (taken.Number > _begunBeforeDecrease)
        {
            Recover(now);
        }
    }

    /// <summary>The service, or what is before it, surely did not take a submit and may do so later.</summary>
    internal void Refused(SubmitTry refused, TimeSpan now)
    {
        _refusedSince ??= now;
        if (refused.Number <= _begunBeforeDecrease)
        {
            // One of those that the last decrease answers already.
            return;
        }

        _begunBeforeDecrease = _begun;
        if (_shrugs > 0 || (refused.InFlight > 1 && _holds == 0))
        {
            _shrugs = Math.Max(0, _shrugs - 1);
            _ceiling = refused.InFlight;
            _window = Math.Max(1, Math.Min(_window, refused.InFlight) / 2);
        }
        else
        {
            _ceiling = Math.Min(_ceiling, refused.InFlight);
            Hold(now);
        }
    }

    private void Hold(TimeSpan now)
    {
        _holds++;
        var first = Math.Max(ShortestHold.TotalSeconds, Math.Min(LongestFirstHold.TotalSeconds, Spacing.TotalSeconds / 2));
        var hold = Math.Min(_longestHold.TotalSeconds, first * Math.Pow(2, _holds - 1)) * (0.8 + (0.4 * _random.NextDouble()));
        _next = IsHopeless(now) ? now : now + TimeSpan.FromSeconds(hold);
    }

    private void Recover(TimeSpan now)
    {
        _inVain = Spacing > TimeSpan.Zero && _takenSinceRecovery < FewTaken ? _inVain + 1 : 0;
        if (_inVain == MostInVain)
        {
            _inVain = 0;
            _shrugs = ShruggedOff;
            Spacing = TimeSpan.Zero;
        }
        else
        {
            Spacing = SpacingLearned(now);
        }

        _recovered = now;
        _takenSinceRecovery = 0;
        _holds = 0;
        _next = now + Spacing;

        // It was not the number in flight: the spacing keeps the submits apart from now on.
        _window = _limit;
    }

    private TimeSpan SpacingLearned(TimeSpan now)
    {
        var learned = (now - _recovered).TotalSeconds / _takenSinceRecovery;
        if (Spacing > TimeSpan.Zero)
        {
            learned = Math.Min(learned, Spacing.TotalSeconds * MostWidening);
        }

        return Service.Clock.Min(TimeSpan.FromSeconds(learned), Service.Clock.Min(LongestSpacing, _longestHold));
    }

    private void Quicken(int inFlight, TimeSpan now)
    {
        Spacing = TimeSpan.FromSeconds(Spacing.TotalSeconds * (now - _recovered > Minute ? QuickShrink : Shrink));
        if (Spacing < ShortestSpacing)
        {
            Spacing = TimeSpan.Zero;
        }

        if (inFlight >= (int)_window)
        {
            var growth = _ceiling == int.MaxValue ? 1 : 1 / _window;
            _window = Math.Min(_limit, _window + ((int)_window + 1 >= _ceiling ? growth * BeyondCeiling : growth));
        }
    }
}
