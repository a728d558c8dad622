using SiliconFlow.Video.Service;

namespace SiliconFlow.Video.Waiting;

/// <summary>Waits for many jobs at once, each with a deadline of its own. One plan decides who is asked about when; one timer serves them all.</summary>
internal sealed class Waiter
{
    private readonly PollPlan _plan;
    private readonly PollTimer _timer;
    private readonly WaitingJobs _jobs;
    private readonly PollCalls _calls;

    /// <param name="client">Asks for one job.</param>
    /// <param name="settings">How jobs are waited for.</param>
    /// <param name="random">Scatters the questions.</param>
    internal Waiter(StatusClient client, WaitSettings settings, Random random)
    {
        _plan = settings.CreatePlan(random);
        _timer = new PollTimer(client.Connection.Time, () => _calls!.Pump());
        _jobs = new WaitingJobs(_plan, _timer, settings.Timeout);
        _calls = new PollCalls(client, _jobs, _plan, _timer);
    }

    /// <summary>Tells how long runs took before, by the model.</summary>
    internal void Learn(IEnumerable<KeyValuePair<string, double>> runs)
    {
        lock (_jobs.Gate)
        {
            foreach (var run in runs)
            {
                _plan.Of(run.Key).RunTimes.Learn(run.Value, []);
            }
        }
    }

    /// <summary>How long it takes until all jobs have ended; null where nothing is known to tell from.</summary>
    internal TimeSpan? EstimateRemaining()
    {
        lock (_jobs.Gate)
        {
            return _plan.Remaining(_timer.Now) is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
        }
    }

    /// <summary>Waits until the job has ended or its time is up.</summary>
    /// <param name="video">The job. One that has ended already is not asked for again.</param>
    /// <param name="cancellationToken">Gives up.</param>
    internal Task<WaitResult> WaitAsync(SFVideo video, CancellationToken cancellationToken)
    {
        if (video.IsEnded)
        {
            return Task.FromResult(WaitOutcome.Of(video));
        }

        var job = _jobs.Add(video, cancellationToken);
        _calls.Pump();
        return job.Task;
    }
}
