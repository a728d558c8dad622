using SiliconFlow.Video.Service;

namespace SiliconFlow.Video.Waiting;

/// <summary>Waits for many jobs at once, each with a deadline of its own. One plan decides who is asked about when; one timer serves them all.</summary>
internal sealed class Waiter
{
    /// <summary>How many unusable answers in a row a job is given.</summary>
    private const int MaxUnusable = 5;

    /// <summary>How long the question on the deadline may take, and be put off by a service that asked to stay away.</summary>
    private static readonly TimeSpan LastCallLimit = TimeSpan.FromSeconds(30);

    /// <summary>In seconds. Sums of fractions may come out a little more than what they stand for; nobody is to be late for that.</summary>
    private const double Tolerance = 1e-5;

    private readonly object _gate = new();
    private readonly StatusClient _client;
    private readonly TimeProvider _time;
    private readonly SharedPause _pause;
    private readonly WaitSettings _settings;
    private readonly PollPlan _plan;
    private readonly long _start;
    private ITimer? _timer;
    private int _jobs;
    private int _calls;

    /// <param name="client">Asks for one job.</param>
    /// <param name="settings">How jobs are waited for.</param>
    /// <param name="random">Scatters the questions.</param>
    internal Waiter(StatusClient client, WaitSettings settings, Random random)
    {
        _client = client;
        _time = client.Connection.Time;
        _pause = client.Connection.Pause;
        _settings = settings;
        _plan = settings.CreatePlan(random);
        _start = _time.GetTimestamp();
    }

    /// <summary>The plan's clock.</summary>
    private double Now => _time.GetElapsedTime(_start).TotalSeconds;

    /// <summary>Tells how long runs took before, by the model.</summary>
    internal void Learn(IEnumerable<KeyValuePair<string, double>> runs)
    {
        lock (_gate)
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
        lock (_gate)
        {
            return _plan.Remaining(Now) is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
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

        var now = Now;
        var job = new WaitingJob(video, SubmittedAt(video, now), now + _settings.Timeout.TotalSeconds, cancellationToken);
        lock (_gate)
        {
            _jobs++;
            _timer ??= _time.CreateTimer(static waiter => ((Waiter)waiter!).Pump(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _plan.Add(job, now);
        }

        job.Registration = cancellationToken.Register(() => Leave(job, job.Cancel));
        if (job.Task.IsCompleted)
        {
            job.Registration.Dispose();
        }

        Pump();
        return job.Task;
    }

    /// <summary>The submit on the plan's clock. The job may come from another day, or from a machine whose clock is ahead.</summary>
    private double? SubmittedAt(SFVideo video, double now) =>
        video.SubmittedAt is { } submitted && _time.GetLocalNow().LocalDateTime - submitted is var age && age >= TimeSpan.Zero ? now - age.TotalSeconds : null;

    /// <summary>Starts the questions that are due, and sets the timer for the next.</summary>
    private void Pump()
    {
        while (true)
        {
            WaitingJob? job;
            List<WaitingJob> late = [];
            lock (_gate)
            {
                job = _jobs == 0 ? null : Next(late);
            }

            foreach (var over in late)
            {
                EndLate(over);
            }

            if (job is null)
            {
                return;
            }

            // On a thread of its own: this one may be the caller's, or the timer's.
            var asked = job;
            _ = Task.Run(() => AskAsync(asked));
        }
    }

    /// <summary>The next job to ask about. Where there is none, the timer is set.</summary>
    /// <param name="late">Takes the jobs whose time is up without another question.</param>
    private WaitingJob? Next(List<WaitingJob> late)
    {
        var now = Now;
        var pause = _pause.Remaining;
        if (pause == TimeSpan.Zero && _calls < StatusClient.MaxCalls && _plan.Take(now + Tolerance) is WaitingJob job)
        {
            _calls++;
            return job;
        }

        var next = _calls == StatusClient.MaxCalls ? double.PositiveInfinity : Math.Max(_plan.NextAt, now + pause.TotalSeconds);
        if (pause > LastCallLimit)
        {
            // The service is not to be asked for long: jobs whose time is up meanwhile end as they were last seen.
            foreach (var over in _plan.Overdue(now + Tolerance).Cast<WaitingJob>())
            {
                Forget(over, now);
                late.Add(over);
            }

            next = Math.Min(next, _plan.NextDeadline);
        }

        // Rounded up: a timer that fires before its time would find nothing to do.
        _timer?.Change(
            double.IsPositiveInfinity(next) ? Timeout.InfiniteTimeSpan : TimeSpan.FromMilliseconds(Math.Max(0, Math.Ceiling((next - now - (Tolerance / 2)) * 1000))),
            Timeout.InfiniteTimeSpan);
        return null;
    }

    private async Task AskAsync(WaitingJob job)
    {
        var asked = Now;
        try
        {
            var video = await WaitOutcome.AskAsync(_client, job, TimeSpan.FromSeconds(Math.Max(job.Deadline - asked, LastCallLimit.TotalSeconds))).ConfigureAwait(false);
            Answered(job, video);
        }
        catch (SFVideoException e) when (e.MayRepeat && (e is not SFVideoProtocolException || ++job.Unusable < MaxUnusable))
        {
            // A paid job is not given up because the service is out of reach for a while: its deadline alone ends the wait.
            Failed(job, e, asked);
        }
        catch (SFVideoException e)
        {
            Leave(job, () => job.End(new WaitResult(job.Video, e)));
        }
        catch (OperationCanceledException) when (job.Canceled.IsCancellationRequested)
        {
            Leave(job, job.Cancel);
        }
        catch (Exception e)
        {
            Leave(job, () => job.Fail(e));
        }
        finally
        {
            lock (_gate)
            {
                _calls--;
            }

            Pump();
        }
    }

    private void Answered(WaitingJob job, SFVideo video)
    {
        lock (_gate)
        {
            if (job.IsOver)
            {
                return;
            }

            var now = Now;
            (job.Video, job.Failure, job.Unusable) = (video, null, 0);
            if (video.IsEnded)
            {
                _plan.Ended(job, video.Status == SFVideoStatus.Succeeded, video.InferenceTime, now);
            }
            else if (now + Tolerance < job.Deadline)
            {
                _plan.Pending(job, video.Status, now);
                return;
            }

            Forget(job, now);
        }

        End(job, video.IsEnded ? WaitOutcome.Of(video) : WaitOutcome.TimedOut(video, _settings.Timeout));
    }

    private void Failed(WaitingJob job, SFVideoException failure, double asked)
    {
        var wait = 0.0;
        bool isLate;
        lock (_gate)
        {
            if (job.IsOver)
            {
                return;
            }

            var now = Now;
            job.Failure = failure;
            isLate = now + Tolerance >= job.Deadline;
            if (isLate)
            {
                Forget(job, now);
            }
            else
            {
                wait = _plan.Failed(job, failure.RetryAfter?.TotalSeconds ?? 0, failure.StatusCode is 429 or 503, asked, now);
            }
        }

        if (isLate)
        {
            EndLate(job);
            return;
        }

        var most = failure is SFVideoProtocolException ? MaxUnusable - 1 : (int?)null;
        _client.Observer.Retrying(new RetryReport(nameof(ServiceOperation.Status), job.Failures, most, TimeSpan.FromSeconds(wait), failure));
    }

    /// <summary>Ends the wait for a job whose time is up.</summary>
    private void EndLate(WaitingJob job) =>
        End(job, job.Failure is { } failure ? new WaitResult(job.Video, failure) : WaitOutcome.TimedOut(job.Video, _settings.Timeout));

    /// <summary>Ends the wait for a job, unless it has ended already.</summary>
    private void Leave(WaitingJob job, Action end)
    {
        lock (_gate)
        {
            if (job.IsOver)
            {
                return;
            }

            Forget(job, Now);
        }

        end();
        job.Registration.Dispose();
    }

    private void Forget(WaitingJob job, double now)
    {
        job.IsOver = true;
        _plan.Remove(job, now);
        if (--_jobs == 0)
        {
            _timer!.Dispose();
            _timer = null;
        }
    }

    /// <summary>Outside of the gate: letting go of the registration waits for a cancellation under way, which may wait for the gate.</summary>
    private static void End(WaitingJob job, WaitResult result)
    {
        job.End(result);
        job.Registration.Dispose();
    }
}
