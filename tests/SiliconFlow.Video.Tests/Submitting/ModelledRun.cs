using SiliconFlow.Video.Submitting;

namespace SiliconFlow.Video.Tests.Submitting;

/// <summary>A batch of rows against a modelled service, in virtual time: the pace decides when the oldest row that waits is sent.</summary>
internal sealed class ModelledRun
{
    private readonly PriorityQueue<(int Row, bool Takes, SubmitTry Sending), double> _ends = new();
    private readonly SortedSet<int> _waiting;
    private readonly Dictionary<int, (int Attempts, double From)> _refused = [];
    private readonly SubmitPace _pace;
    private readonly Random _random;
    private double _now;
    private int _atWork;

    private ModelledRun(int rows, int limit, int seed)
    {
        _waiting = [.. Enumerable.Range(1, rows)];
        _random = new Random(seed);
        _pace = new SubmitPace(limit, TimeSpan.FromMinutes(10), new Random(seed));
    }

    /// <summary>How long it took, in seconds.</summary>
    public double Seconds => _now;

    public int Taken { get; private set; }

    public int Refused { get; private set; }

    public int MostInFlight { get; private set; }

    /// <summary>The longest that a row was tried, in seconds.</summary>
    public double LongestRow { get; private set; }

    public static ModelledRun Of(ModelledService service, int rows, int limit = 8, int seed = 1)
    {
        var run = new ModelledRun(rows, limit, seed);
        run.Run(service);
        return run;
    }

    private void Run(ModelledService service)
    {
        var firsts = new Dictionary<int, double>();
        while (_waiting.Count + _ends.Count > 0)
        {
            var row = _waiting.FirstOrDefault(row => From(row) <= _now, _waiting.DefaultIfEmpty().MinBy(From));
            var wait = _waiting.Count == 0 ? null : _pace.WaitBeforeNext(_ends.Count, Time);
            var rest = TimeSpan.FromSeconds(Math.Max(0, From(row) - _now));
            wait = wait < rest ? rest : wait;
            if (wait == TimeSpan.Zero)
            {
                Send(row, service, firsts);
            }
            else if (wait is { } time && (!_ends.TryPeek(out _, out var end) || _now + time.TotalSeconds < end))
            {
                _now += time.TotalSeconds;
            }
            else
            {
                End(firsts);
            }
        }
    }

    private TimeSpan Time => TimeSpan.FromSeconds(_now);

    private double From(int row) => _refused.GetValueOrDefault(row).From;

    private void Send(int row, ModelledService service, Dictionary<int, double> firsts)
    {
        _waiting.Remove(row);
        firsts.TryAdd(row, _now);
        var takes = service.Takes(_now, _atWork, _random);
        _atWork += takes ? 1 : 0;
        var sending = _pace.Begin(_ends.Count + 1, Time);
        _ends.Enqueue((row, takes, sending), _now + (takes ? 0.6 + (0.8 * _random.NextDouble()) : 0.1));
        MostInFlight = Math.Max(MostInFlight, _ends.Count);
    }

    private void End(Dictionary<int, double> firsts)
    {
        _ends.TryPeek(out _, out _now);
        var (row, takes, sending) = _ends.Dequeue();
        if (takes)
        {
            _atWork--;
            Taken++;
            LongestRow = Math.Max(LongestRow, _now - firsts[row]);
            _pace.Taken(sending, _ends.Count + 1, Time);
        }
        else
        {
            Refused++;
            _waiting.Add(row);
            var attempts = _refused.GetValueOrDefault(row).Attempts + 1;
            _pace.Refused(sending, Time);
            _refused[row] = (attempts, _now + _pace.RestAfter(attempts, Time).TotalSeconds);
        }
    }
}
