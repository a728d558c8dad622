using SiliconFlow.Video.Service;

namespace SiliconFlow.Video.Waiting;

/// <summary>What becomes of a job after a question about it: it goes back into the plan, or the wait for it ends.</summary>
/// <param name="jobs">The jobs of the wait.</param>
/// <param name="plan">Learns from the answers.</param>
/// <param name="timer">The plan's clock.</param>
/// <param name="observer">Is told of questions that are asked again.</param>
internal sealed class PollAnswers(WaitingJobs jobs, PollPlan plan, PollTimer timer, ICallObserver observer)
{
    /// <summary>How many unusable answers in a row a job is given.</summary>
    private const int MaxUnusable = 5;

    /// <summary>The service told how the job stands.</summary>
    internal void Answered(WaitingJob job, SFVideo video)
    {
        lock (jobs.Gate)
        {
            if (job.IsOver)
            {
                return;
            }

            var now = timer.Now;
            (job.Video, job.Failure, job.Unusable) = (video, null, 0);
            if (video.IsEnded)
            {
                plan.Ended(job, video.Status == SFVideoStatus.Succeeded, video.InferenceTime, now);
            }
            else if (now + PollTimer.Tolerance < job.Deadline)
            {
                plan.Pending(job, video.Status, now);
                return;
            }

            jobs.Forget(job, now);
        }

        jobs.End(job);
    }

    /// <summary>
    /// Counts a failure, and tells whether the question is asked again. A paid job is not given up because the service is out of reach for a while:
    /// its deadline alone ends the wait.
    /// </summary>
    internal static bool IsRepeated(WaitingJob job, SFVideoException failure) =>
        failure.MayRepeat && (failure is not SFVideoProtocolException || ++job.Unusable < MaxUnusable);

    /// <summary>A question failed that may be asked again.</summary>
    /// <param name="job">The job.</param>
    /// <param name="failure">Why there was no usable answer.</param>
    /// <param name="asked">When the question was asked.</param>
    internal void Failed(WaitingJob job, SFVideoException failure, double asked)
    {
        var wait = 0.0;
        bool isLate;
        lock (jobs.Gate)
        {
            if (job.IsOver)
            {
                return;
            }

            var now = timer.Now;
            job.Failure = failure;
            isLate = now + PollTimer.Tolerance >= job.Deadline;
            if (isLate)
            {
                jobs.Forget(job, now);
            }
            else
            {
                wait = plan.Failed(job, failure.RetryAfter?.TotalSeconds ?? 0, failure.StatusCode is 429 or 503, asked, now);
            }
        }

        if (isLate)
        {
            jobs.EndLate(job);
            return;
        }

        var most = failure is SFVideoProtocolException ? MaxUnusable - 1 : (int?)null;
        observer.Retrying(new RetryReport(nameof(ServiceOperation.Status), job.Failures, most, TimeSpan.FromSeconds(wait), failure));
    }
}
