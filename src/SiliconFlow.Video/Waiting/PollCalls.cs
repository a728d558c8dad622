using SiliconFlow.Video.Service;

namespace SiliconFlow.Video.Waiting;

/// <summary>Starts the calls that are due, a few at a time and none while the service wants to be left alone, and sets the timer for the next.</summary>
/// <param name="client">Asks for one job.</param>
/// <param name="jobs">The jobs of the wait.</param>
/// <param name="plan">Hands out the jobs to ask about.</param>
/// <param name="timer">The plan's clock and timer.</param>
internal sealed class PollCalls(StatusClient client, WaitingJobs jobs, PollPlan plan, PollTimer timer)
{
    /// <summary>How long the question on the deadline may take, and be put off by a service that asked to stay away.</summary>
    private static readonly TimeSpan LastCallLimit = TimeSpan.FromSeconds(30);

    private readonly PollAnswers _answers = new(jobs, plan, timer, client.Observer);
    private int _inFlight;

    /// <summary>Starts the questions that are due, and sets the timer for the next.</summary>
    internal void Pump()
    {
        while (Take(ended: 0) is { } job)
        {
            // On a thread of its own: this one may be the caller's, or the timer's.
            _ = Task.Run(() => AskInTurnAsync(job));
        }
    }

    /// <summary>Asks about one job after another while some are due: a new errand for each would cost as much as half a call.</summary>
    private async Task AskInTurnAsync(WaitingJob first)
    {
        for (WaitingJob? job = first; job is not null;)
        {
            await AskAsync(job).ConfigureAwait(false);
            job = Take(ended: 1);
            if (job is not null)
            {
                // Others may be due, too; and after the last of them the timer is to be set.
                Pump();
            }
        }
    }

    /// <summary>Takes the next job to ask about, where there is one by now. Jobs whose time is up without another question end.</summary>
    /// <param name="ended">How many calls have ended that were counted as in flight.</param>
    private WaitingJob? Take(int ended)
    {
        WaitingJob? job;
        List<WaitingJob> late = [];
        lock (jobs.Gate)
        {
            _inFlight -= ended;
            job = jobs.Count == 0 ? null : Next(late);
        }

        foreach (var over in late)
        {
            jobs.EndLate(over);
        }

        return job;
    }

    /// <summary>The next job to ask about. Where there is none, the timer is set.</summary>
    /// <param name="late">Takes the jobs whose time is up without another question.</param>
    private WaitingJob? Next(List<WaitingJob> late)
    {
        var now = timer.Now;
        var pause = client.Connection.Pause.Remaining;
        if (pause == TimeSpan.Zero && _inFlight < StatusClient.MaxCalls && plan.Take(now + PollTimer.Tolerance) is WaitingJob job)
        {
            _inFlight++;
            return job;
        }

        var next = _inFlight == StatusClient.MaxCalls ? double.PositiveInfinity : Math.Max(plan.NextAt, now + pause.TotalSeconds);
        if (pause > LastCallLimit)
        {
            // The service is not to be asked for long: jobs whose time is up meanwhile end as they were last seen.
            foreach (var over in plan.Overdue(now + PollTimer.Tolerance).Cast<WaitingJob>())
            {
                jobs.Forget(over, now);
                late.Add(over);
            }

            next = Math.Min(next, plan.NextDeadline);
        }

        timer.Set(next, now);
        return null;
    }

    private async Task AskAsync(WaitingJob job)
    {
        var asked = timer.Now;
        try
        {
            var limit = TimeSpan.FromSeconds(Math.Max(job.Deadline - asked, LastCallLimit.TotalSeconds));
            _answers.Answered(job, await WaitOutcome.AskAsync(client, job, limit).ConfigureAwait(false));
        }
        catch (SFVideoException e) when (PollAnswers.IsRepeated(job, e))
        {
            _answers.Failed(job, e, asked);
        }
        catch (SFVideoException e)
        {
            jobs.Leave(job, () => job.End(new WaitResult(job.Video, e)));
        }
        catch (OperationCanceledException) when (job.Canceled.IsCancellationRequested)
        {
            jobs.Leave(job, job.Cancel);
        }
        catch (Exception e)
        {
            jobs.Leave(job, () => job.Fail(e));
        }
    }
}
