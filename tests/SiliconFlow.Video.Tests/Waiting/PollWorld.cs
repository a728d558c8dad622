using SiliconFlow.Video.Waiting;

namespace SiliconFlow.Video.Tests.Waiting;

/// <summary>A poll plan in virtual time, with a service whose jobs begin and end as a test says. Answers take no time.</summary>
internal sealed class PollWorld
{
    private readonly Dictionary<PollJob, (double Begun, double Ended)> _jobs = [];
    private double? _limit;
    private double _tokens = 1;
    private double _tokensAt;

    public PollWorld(int callsPerMinute = 60000, double? interval = null, PollPace? pace = null, int seed = 1)
    {
        Random = new Random(seed);
        Plan = new PollPlan(new PollRules(interval, pace ?? PollPace.Usual, Random), new PollBudget(callsPerMinute));
    }

    public Random Random { get; }

    public PollPlan Plan { get; }

    public double Now { get; private set; }

    /// <summary>When each question was asked, and about which job.</summary>
    public List<(double At, PollJob Job)> Asked { get; } = [];

    /// <summary>How late each end was seen.</summary>
    public Dictionary<PollJob, double> Delays { get; } = [];

    public int Refused { get; private set; }

    /// <summary>From now on the service refuses what comes faster than this, in calls a second.</summary>
    public void Limit(double callsPerSecond) => (_limit, _tokensAt) = (callsPerSecond, Now);

    /// <summary>A log-normal length.</summary>
    public double Length(double median, double spread = 0.4) =>
        median * Math.Exp(spread * Math.Sqrt(-2 * Math.Log(1 - Random.NextDouble())) * Math.Cos(2 * Math.PI * Random.NextDouble()));

    /// <summary>Adds a job that was submitted just now.</summary>
    public PollJob Add(double begins, double ends, double deadline = double.PositiveInfinity, string? model = null, bool isFresh = true)
    {
        var job = new PollJob(model, isFresh ? Now : null, isFresh, Now + deadline);
        _jobs.Add(job, (begins, ends));
        Plan.Add(job, Now);
        return job;
    }

    /// <summary>Adds jobs that all run at once.</summary>
    public void AddRunning(int jobs, double median)
    {
        for (var i = 0; i < jobs; i++)
        {
            Add(Now, Now + Length(median));
        }
    }

    /// <summary>Adds jobs of which so many run at once.</summary>
    public void AddQueued(int jobs, int places, double median, bool inOrder = true)
    {
        var times = new (double, double)[jobs];
        var free = Enumerable.Repeat(Now, places).ToArray();
        var order = Enumerable.Range(0, jobs).ToArray();
        if (!inOrder)
        {
            Random.Shuffle(order);
        }

        foreach (var job in order)
        {
            var place = Array.IndexOf(free, free.Min());
            times[job] = (free[place], free[place] += Length(median));
        }

        foreach (var (begins, ends) in times)
        {
            Add(begins, ends);
        }
    }

    /// <summary>Lets time pass, for so long or until all have ended.</summary>
    public void Run(double seconds = double.PositiveInfinity)
    {
        var end = Now + seconds;
        while (Plan.NextAt is var next && !double.IsPositiveInfinity(next) && next <= end)
        {
            Now = Math.Max(Now, next);
            if (Plan.Take(Now) is { } job)
            {
                Answer(job);
            }
        }

        Now = double.IsPositiveInfinity(end) ? Now : end;
    }

    /// <summary>Sleeps: time passes, and nobody asks.</summary>
    public void Sleep(double seconds) => Now += seconds;

    private void Answer(PollJob job)
    {
        Asked.Add((Now, job));
        var (begun, ended) = _jobs[job];
        if (Refuses())
        {
            Refused++;
            Plan.Failed(job, 0, tooMany: true, Now, Now);
        }
        else if (ended <= Now)
        {
            Delays[job] = Now - ended;
            Plan.Ended(job, succeeded: true, ended - begun, Now);
        }
        else if (Now >= job.Deadline)
        {
            Plan.Remove(job, Now);
        }
        else
        {
            Plan.Pending(job, Now < begun ? SFVideoStatus.InQueue : SFVideoStatus.InProgress, Now);
        }
    }

    private bool Refuses()
    {
        if (_limit is not { } limit)
        {
            return false;
        }

        _tokens = Math.Min(Math.Max(1, limit), _tokens + ((Now - _tokensAt) * limit));
        _tokensAt = Now;
        var refuses = _tokens < 1;
        _tokens -= refuses ? 0 : 1;
        return refuses;
    }
}
