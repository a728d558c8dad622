using System.Globalization;

namespace SiliconFlow.Simulator;

/// <summary>Every job. A job's state follows from the clock when somebody asks; nothing ticks.</summary>
internal sealed class JobBook(SimulatorOptions options)
{
    private readonly Lock _gate = new();
    private readonly List<Job> _jobs = [];
    private readonly Dictionary<string, Job> _byRequestId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Job> _byPath = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _jobsOfPrompt = new(StringComparer.Ordinal);

    // Every job before this index has left the queue, so that positions need no walk over the whole past.
    private int _queueStart;

    private DateTimeOffset Now => options.TimeProvider.GetUtcNow();

    /// <summary>Creates a job.</summary>
    public Job Add(SubmitRequest request, string? failureReason)
    {
        lock (_gate)
        {
            var number = _jobs.Count + 1;
            var now = Now;
            var ofPrompt = _jobsOfPrompt[request.Prompt] = _jobsOfPrompt.GetValueOrDefault(request.Prompt) + 1;
            var requestId = Seeded.Text(options.Seed, "request", number, 12);
            var runTime = options.RunTime + (options.RunTimeSpread * Seeded.Fraction(options.Seed, "run", number));
            var startsAt = options.HoldJobs ? DateTimeOffset.MaxValue : now + options.QueueTime;
            var job = new Job
            {
                Number = number,
                RequestId = requestId,
                Prompt = request.Prompt,
                DrawKey = string.Create(CultureInfo.InvariantCulture, $"{ofPrompt}/{request.Prompt}"),
                Seed = request.Seed ?? (long)(Seeded.Hash(options.Seed, "seed", number) % 10_000_000_000),
                Video = new VideoFile(options, number, requestId, request.ImageSize),
                SubmittedAt = now,
                StartsAt = startsAt,
                EndsAt = options.HoldJobs ? DateTimeOffset.MaxValue : startsAt + runTime,
                FailureReason = failureReason,
            };
            _jobs.Add(job);
            _byRequestId.Add(requestId, job);
            _byPath.Add(job.Video.Path, job);
            return job;
        }
    }

    public Job? Find(string requestId)
    {
        lock (_gate)
        {
            return _byRequestId.GetValueOrDefault(requestId);
        }
    }

    public Job? FindByPath(string path)
    {
        lock (_gate)
        {
            return _byPath.GetValueOrDefault(path);
        }
    }

    public JobState StateOf(Job job)
    {
        lock (_gate)
        {
            return job.StateAt(Now);
        }
    }

    /// <summary>A job as it stands now.</summary>
    public JobRecord Look(Job job)
    {
        lock (_gate)
        {
            return Record(job, Now);
        }
    }

    /// <summary>All jobs as they stand now, in the order in which they were taken.</summary>
    public IReadOnlyList<JobRecord> LookAll()
    {
        lock (_gate)
        {
            var now = Now;
            return [.. _jobs.Select(job => Record(job, now))];
        }
    }

    /// <summary>Takes a job out of the queue; false unless it was there.</summary>
    public bool TryStart(string requestId) => TryMove(requestId, JobState.InProgress, (job, now) =>
    {
        var runTime = job.EndsAt - job.StartsAt;
        job.StartsAt = now;
        job.EndsAt = options.HoldJobs ? DateTimeOffset.MaxValue : now + runTime;
    });

    /// <summary>Ends a job; false unless it was still to end.</summary>
    public bool TryEnd(string requestId, string? failureReason) => TryMove(requestId, JobState.Succeed, (job, now) =>
    {
        job.StartsAt = job.StartsAt < now ? job.StartsAt : now;
        job.EndsAt = now;
        job.FailureReason = failureReason;
    });

    /// <summary>Ends every job that is still to end, well; returns how many those were.</summary>
    public int SucceedAll()
    {
        lock (_gate)
        {
            return _jobs.Count(job => TryEnd(job.RequestId, failureReason: null));
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _jobs.Clear();
            _byRequestId.Clear();
            _byPath.Clear();
            _jobsOfPrompt.Clear();
            _queueStart = 0;
        }
    }

    private bool TryMove(string requestId, JobState target, Action<Job, DateTimeOffset> move)
    {
        lock (_gate)
        {
            var now = Now;
            if (!_byRequestId.TryGetValue(requestId, out var job) || job.StateAt(now) >= target)
            {
                return false;
            }

            move(job, now);
            return true;
        }
    }

    private JobRecord Record(Job job, DateTimeOffset now)
    {
        var state = job.StateAt(now);
        var ended = state is JobState.Succeed or JobState.Failed;
        return new JobRecord
        {
            RequestId = job.RequestId,
            State = state,
            Position = state == JobState.InQueue ? Position(job, now) : 0,
            Prompt = job.Prompt,
            Seed = job.Seed,
            SubmittedAt = job.SubmittedAt,
            CompletedAt = ended ? job.EndsAt : null,
            InferenceSeconds = ended ? job.InferenceSeconds : null,
            Reason = state == JobState.Failed ? job.FailureReason : null,
        };
    }

    private int Position(Job job, DateTimeOffset now)
    {
        // A call that was in the works when the book was cleared may still ask about a job of before.
        while (_queueStart < _jobs.Count && _jobs[_queueStart].StateAt(now) != JobState.InQueue)
        {
            _queueStart++;
        }

        var position = 1;
        for (var i = _queueStart; i < Math.Min(job.Number - 1, _jobs.Count); i++)
        {
            position += _jobs[i].StateAt(now) == JobState.InQueue ? 1 : 0;
        }

        return position;
    }
}
