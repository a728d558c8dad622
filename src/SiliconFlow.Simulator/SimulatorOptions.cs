namespace SiliconFlow.Simulator;

/// <summary>How a simulator behaves. What is not set behaves like the service.</summary>
public sealed record SimulatorOptions
{
    // Far enough for any test, and near enough that no date overflows.
    private static readonly TimeSpan LongestSpan = TimeSpan.FromDays(365);

    /// <summary>The addresses to listen on, parted by semicolons. Loopback only; port 0 takes a free port.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:0";

    /// <summary>How long a job stays in the queue after its submit. One second unless set; zero is allowed.</summary>
    public TimeSpan QueueTime { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a job runs after it left the queue. Three seconds unless set; zero is allowed.</summary>
    public TimeSpan RunTime { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>The most by which a job may run longer than <see cref="RunTime"/>; each job's share of it is drawn from the seed. Zero unless set.</summary>
    public TimeSpan RunTimeSpread { get; init; }

    /// <summary>
    /// When true, no job moves by the clock: each stays queued until <see cref="ServiceSimulator.TryStart"/>, <see cref="ServiceSimulator.TrySucceed"/>,
    /// <see cref="ServiceSimulator.TryFail"/> or <see cref="ServiceSimulator.SucceedAll"/> moves it.
    /// </summary>
    public bool HoldJobs { get; init; }

    /// <summary>How long a link to a video works, rounded up to whole seconds. Ten minutes unless set.</summary>
    public TimeSpan LinkLifetime { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// True: each status answer gives a link that lives from that moment. False: a job has one link, which lives from the moment the job ended.
    /// </summary>
    public bool FreshLinkOnStatus { get; init; } = true;

    /// <summary>What ids, seeds, run times and shares of faults are drawn from. The same seed and the same calls give the same run.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>The keys that are refused, each with its answer. Any other key that is not empty is good.</summary>
    public IReadOnlyDictionary<string, BadKey> BadKeys { get; init; } = BadKey.Defaults;

    /// <summary>The faults to start with.</summary>
    public FaultPlan Faults { get; init; } = FaultPlan.None;

    /// <summary>The clock that jobs, links, delays and records go by.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>
    /// The length in bytes of every video, for measuring large downloads; null serves the small clips as they are. The clip stays playable: the rest is
    /// a <c>free</c> box whose bytes are made while they are sent, so memory stays flat.
    /// </summary>
    public long? VideoLength { get; init; }

    /// <summary>How many submits pass in a minute, which begins with the first of them; the others are answered 429. Null, unless set, for any number.</summary>
    public int? SubmitsPerMinute { get; init; }

    internal void Check()
    {
        CheckSpan(QueueTime, nameof(QueueTime));
        CheckSpan(RunTime, nameof(RunTime));
        CheckSpan(RunTimeSpread, nameof(RunTimeSpread));
        CheckSpan(LinkLifetime, nameof(LinkLifetime));
        if (SubmitsPerMinute is { } submits)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(submits, 1, nameof(SubmitsPerMinute));
        }

        if (VideoLength is { } length)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(length, VideoContent.ShortestLength, nameof(VideoLength));
        }
    }

    private static void CheckSpan(TimeSpan span, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(span, TimeSpan.Zero, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(span, LongestSpan, name);
    }
}
