using SiliconFlow.Simulator;

namespace SiliconFlow.Video.CrashCampaign;

/// <summary>A batch and the service's troubles with it, drawn from a seed.</summary>
internal sealed class Scenario
{
    private static readonly string[] Sizes = ["1280x720", "720x1280", "960x960"];

    private readonly List<Row> _rows = [];
    private readonly List<FaultRule> _rules = [];
    private readonly Random _random;
    private readonly long _seed;

    public Scenario(int seed)
    {
        _random = new Random(seed);
        _seed = seed;
        for (var i = _random.Next(12, 17); i > 0; i--)
        {
            Add($"a cat, no. {i}");
        }

        // Equal rows are videos of their own, on every run.
        Add("两只\"猫\" 🐱");
        Add("两只\"猫\" 🐱");
        Strike(Add("refused"), new() { Operation = Operation.Submit, Fault = FaultKind.Answer, Status = 400 });
        Strike(Add("doomed"), new() { Operation = Operation.Submit, Fault = FaultKind.GenerationFailed, Reason = "the picture is too dull" });
        Strike(Add("limited"), new() { Operation = Operation.Submit, Fault = FaultKind.Answer, Status = 429, RetryAfter = "0", Occurrences = Occurrences.Parse("1-2") });
        Lose();
        AddGeneralTroubles();
    }

    /// <summary>The rows as the user first has them.</summary>
    public IReadOnlyList<Row> Rows => _rows;

    /// <summary>How long one call of the child may take. Short where one hangs; else far beyond what a busy machine needs.</summary>
    public int RequestTimeoutSec { get; private set; } = 100;

    /// <summary>A new service with this scenario's troubles.</summary>
    public Task<ServiceSimulator> StartServiceAsync() => ServiceSimulator.StartAsync(new SimulatorOptions
    {
        QueueTime = TimeSpan.Zero,
        RunTime = TimeSpan.FromMilliseconds(50),
        RunTimeSpread = TimeSpan.FromMilliseconds(250),
        Seed = _seed,
        Faults = FaultPlan.Of(_rules),
    });

    /// <summary>The rows in a new order: users sort their files between runs. Equal rows keep theirs, since nothing but it tells them apart.</summary>
    public Row[] Shuffle(Random random)
    {
        Row[] shuffled = [.. _rows];
        random.Shuffle(shuffled);
        var equal = _rows.GroupBy(row => row.Prompt).ToDictionary(rows => rows.Key, rows => new Queue<Row>(rows));
        return [.. shuffled.Select(row => equal[row.Prompt].Dequeue())];
    }

    private string Add(string prompt, bool isLost = false)
    {
        var same = _rows.FirstOrDefault(row => row.Prompt == prompt);
        _rows.Add(new Row($"row-{_rows.Count + 1:00}", prompt, same?.ImageSize ?? Sizes[_random.Next(Sizes.Length)], isLost));
        return prompt;
    }

    private void Strike(string prompt, FaultRule rule) => _rules.Add(rule with { Prompt = prompt });

    /// <summary>The ways in which a paid job's id does not arrive, two of them in each scenario.</summary>
    private void Lose()
    {
        FaultRule[] losses =
        [
            new() { Operation = Operation.Submit, Fault = FaultKind.DropAfterTaking },
            new() { Operation = Operation.Submit, Fault = FaultKind.Hang, TakesJob = true },
            new() { Operation = Operation.Submit, Fault = FaultKind.Answer, Status = 500, TakesJob = true },
            new() { Operation = Operation.Submit, Fault = FaultKind.Answer, Status = 503, Body = "<html>Service Unavailable</html>", TakesJob = true },
            new() { Operation = Operation.Submit, Fault = FaultKind.GarbageJson },
            new() { Operation = Operation.Submit, Fault = FaultKind.DropMidBody },
        ];
        _random.Shuffle(losses);
        foreach (var loss in losses[..2])
        {
            Strike(Add($"lost by {loss.Fault} {loss.Status}", isLost: true), loss);
            RequestTimeoutSec = loss.Fault == FaultKind.Hang ? 5 : RequestTimeoutSec;
        }
    }

    private void AddGeneralTroubles() => _rules.AddRange(
    [
        // Opens the moment between taking a job and telling its id.
        new() { Operation = Operation.Submit, Fault = FaultKind.Slow, Delay = TimeSpan.FromMilliseconds(_random.Next(20, 300)), Share = 0.5 },
        new() { Operation = Operation.Status, Fault = FaultKind.Answer, Status = 500, RetryAfter = "0", Share = 0.1 },
        new() { Operation = Operation.Download, Fault = FaultKind.DropMidBody, Occurrences = Occurrences.Parse($"{_random.Next(1, 6)}") },
        new() { Operation = Operation.Download, Fault = FaultKind.ExpiredLink, Occurrences = Occurrences.Parse($"{_random.Next(1, 6)}") },
        new() { Operation = Operation.Download, Fault = FaultKind.Slow, BytesPerSecond = _random.Next(40_000, 400_000), Share = 0.5 },
    ]);
}
