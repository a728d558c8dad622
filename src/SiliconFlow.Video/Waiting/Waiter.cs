using System.Globalization;
using SiliconFlow.Video.Service;

namespace SiliconFlow.Video.Waiting;

/// <summary>Waits for many jobs at once, each with a deadline of its own.</summary>
internal sealed class Waiter
{
    /// <summary>How long the question on the deadline may take.</summary>
    private static readonly TimeSpan LastCallLimit = TimeSpan.FromSeconds(30);

    private readonly StatusClient _client;
    private readonly TimeProvider _time;
    private readonly TimeSpan _timeout;
    private readonly TimeSpan? _interval;

    /// <param name="client">Asks for one job.</param>
    /// <param name="time">The clock.</param>
    /// <param name="timeout">How long each job is waited for from its arrival; zero asks once.</param>
    /// <param name="interval">The caller's own poll interval; null for the module's.</param>
    internal Waiter(StatusClient client, TimeProvider time, TimeSpan timeout, TimeSpan? interval)
    {
        _client = client;
        _time = time;
        _timeout = timeout;
        _interval = interval;
    }

    /// <summary>Waits until the job has ended or its time is up.</summary>
    /// <param name="video">The job. One that has ended already is not asked for again.</param>
    /// <param name="cancellationToken">Gives up.</param>
    internal async Task<WaitResult> WaitAsync(SFVideo video, CancellationToken cancellationToken)
    {
        var start = _time.GetTimestamp();
        var schedule = new PollSchedule(_interval);
        var age = video.SubmittedAt is { } submitted ? _time.GetLocalNow().LocalDateTime - submitted : (TimeSpan?)null;
        var wait = Clock.Min(schedule.First(video, age), _timeout);
        SFVideoException? failure = null;
        while (!video.IsEnded)
        {
            await _time.DelayAsync(wait, cancellationToken).ConfigureAwait(false);
            try
            {
                video = await AskAsync(video, Remaining(start), cancellationToken).ConfigureAwait(false);
                failure = null;
            }
            catch (SFVideoException e) when (e.MayRepeat && e is not SFVideoProtocolException)
            {
                // A paid job is not given up because the service is out of reach for a while: its deadline alone ends the wait.
                failure = e;
            }
            catch (SFVideoException e)
            {
                return new WaitResult(video, e);
            }

            var remaining = Remaining(start);
            if (!video.IsEnded && remaining <= TimeSpan.Zero)
            {
                return new WaitResult(video, failure ?? TimedOut(video));
            }

            wait = schedule.Next(remaining, failure?.RetryAfter);
        }

        return new WaitResult(video, video.Status == SFVideoStatus.Failed ? JobErrors.GenerationFailed(video) : null);
    }

    private async Task<SFVideo> AskAsync(SFVideo video, TimeSpan remaining, CancellationToken cancellationToken)
    {
        using var deadline = _time.CancelAfter(remaining > LastCallLimit ? remaining : LastCallLimit);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            return await _client.GetAsync(video, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw e.InnerException as SFVideoException ?? new SFVideoConnectionException("The service gave no usable answer before the wait's time was up.", e)
            {
                MayRepeat = true,
                RequestId = video.RequestId,
                Operation = nameof(ServiceOperation.Status),
            };
        }
    }

    private TimeSpan Remaining(long start) => _timeout - _time.GetElapsedTime(start);

    private SFVideoTimeoutException TimedOut(SFVideo video)
    {
        var limit = _timeout.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
        return new SFVideoTimeoutException(
            $"The job was not finished within {limit} s; it is {video.Status} and goes on at the service{AnswerErrors.Trace(video.TraceId)}.")
        {
            RequestId = video.RequestId,
            TraceId = video.TraceId,
            Operation = nameof(ServiceOperation.Status),
        };
    }
}
