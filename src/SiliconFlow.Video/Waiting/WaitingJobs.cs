namespace SiliconFlow.Video.Waiting;

/// <summary>The jobs of one wait: how they come in, and how the wait for each of them ends.</summary>
/// <param name="plan">Who is asked about when.</param>
/// <param name="timer">The plan's clock, and the timer that runs as long as there are jobs.</param>
/// <param name="timeout">How long each job is waited for.</param>
internal sealed class WaitingJobs(PollPlan plan, PollTimer timer, TimeSpan timeout)
{
    /// <summary>Guards the jobs, the plan and the timer.</summary>
    internal object Gate { get; } = new();

    /// <summary>How many are waited for. Under the gate.</summary>
    internal int Count { get; private set; }

    /// <summary>Adds a job.</summary>
    internal WaitingJob Add(SFVideo video, CancellationToken cancellationToken)
    {
        var now = timer.Now;
        var job = new WaitingJob(video, timer.SubmittedAt(video, now), now + timeout.TotalSeconds, cancellationToken);
        lock (Gate)
        {
            Count++;
            timer.Start();
            plan.Add(job, now);
        }

        job.Registration = cancellationToken.Register(() => Leave(job, job.Cancel));
        if (job.Task.IsCompleted)
        {
            job.Registration.Dispose();
        }

        return job;
    }

    /// <summary>Lets a job be waited for no longer. Under the gate; its wait is to be ended outside of it.</summary>
    internal void Forget(WaitingJob job, double now)
    {
        job.IsOver = true;
        plan.Remove(job, now);
        if (--Count == 0)
        {
            timer.Stop();
        }
    }

    /// <summary>Ends the wait for a job, unless it has ended already.</summary>
    internal void Leave(WaitingJob job, Action end)
    {
        lock (Gate)
        {
            if (job.IsOver)
            {
                return;
            }

            Forget(job, timer.Now);
        }

        end();
        job.Registration.Dispose();
    }

    /// <summary>Ends the wait for a forgotten job by what an answer told.</summary>
    internal void End(WaitingJob job) => End(job, job.Video.IsEnded ? WaitOutcome.Of(job.Video) : WaitOutcome.TimedOut(job.Video, timeout));

    /// <summary>Ends the wait for a forgotten job whose time is up without an answer.</summary>
    internal void EndLate(WaitingJob job) =>
        End(job, job.Failure is { } failure ? new WaitResult(job.Video, failure) : WaitOutcome.TimedOut(job.Video, timeout));

    /// <summary>Outside of the gate: letting go of the registration waits for a cancellation under way, which may wait for the gate.</summary>
    private static void End(WaitingJob job, WaitResult result)
    {
        job.End(result);
        job.Registration.Dispose();
    }
}
