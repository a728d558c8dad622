namespace SiliconFlow.Simulator;

/// <summary>All that a simulator remembers.</summary>
internal sealed class World(SimulatorOptions options)
{
    private int _traces;

    public SimulatorOptions Options => options;

    public JobBook Jobs { get; } = new(options);

    public Ledger Bill { get; } = new();

    public CallLog Calls { get; } = new(options);

    public FaultDesk Faults { get; } = new(options.Seed) { Plan = options.Faults };

    public SubmitLimit Limit { get; } = new(options);

    public CallHolds Holds { get; } = new();

    public LinkSigner Links { get; } = new(options);

    /// <summary>Where the simulator listens, without a path; known once it does.</summary>
    public Uri Root { get; set; } = new("http://127.0.0.1");

    public string NextTraceId() => "ti_" + Seeded.Text(options.Seed, "trace", Interlocked.Increment(ref _traces), 20);

    /// <summary>Forgets jobs, bill and calls, and starts drawing from the beginning again.</summary>
    public void Reset()
    {
        Jobs.Clear();
        Bill.Clear();
        Limit.Clear();
        Calls.Clear();
        Faults.Plan = options.Faults;
        Interlocked.Exchange(ref _traces, 0);
    }
}
