using SiliconFlow.Video.Requests;
using SiliconFlow.Video.Service;

namespace SiliconFlow.Video.Submitting;

/// <summary>Submits many jobs, a few at a time, and stops sending once it is clear that every further one would be refused.</summary>
internal sealed class Submitter
{
    private readonly SubmitClient _client;
    private readonly Gate _gate;
    private int _unsent;
    private SFVideoException? _halt;

    /// <param name="client">Sends one job.</param>
    /// <param name="throttleLimit">How many submits may be in flight, at least 1.</param>
    internal Submitter(SubmitClient client, int throttleLimit)
    {
        _client = client;
        _gate = new Gate(throttleLimit);
    }

    /// <summary>The error that ended the sending, where one did.</summary>
    internal SFVideoException? Halt => Volatile.Read(ref _halt);

    /// <summary>How many requests were not sent because of <see cref="Halt"/>.</summary>
    internal int Unsent => Volatile.Read(ref _unsent);

    /// <summary>Submits one job when its turn comes. Turns are in the order of the calls, and the calls return at once.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="log">The row's journal; null where there is none.</param>
    /// <param name="stop">Lets nothing more be sent.</param>
    /// <param name="giveUp">Gives up the answers of what was sent.</param>
    /// <returns>The job, or null where it was not sent, or was refused, for the reason in <see cref="Halt"/>.</returns>
    /// <exception cref="SFVideoJournalException">This job was taken, and its id, which the error has, could not be written down.</exception>
    /// <exception cref="SFVideoException">This job was not taken, or nobody knows; others may be.</exception>
    internal Task<SFVideo?> SubmitAsync(VideoRequest request, SubmitLog? log, CancellationToken stop, CancellationToken giveUp)
    {
        var turn = _gate.EnterAsync(stop);
        return Task.Run(() => SubmitInTurnAsync(request, log, turn, stop, giveUp), CancellationToken.None);
    }

    private async Task<SFVideo?> SubmitInTurnAsync(VideoRequest request, SubmitLog? log, Task<IDisposable> turn, CancellationToken stop, CancellationToken giveUp)
    {
        using var place = await turn.ConfigureAwait(false);
        try
        {
            stop.ThrowIfCancellationRequested();
            if (Halt is not null)
            {
                Interlocked.Increment(ref _unsent);
                return null;
            }

            return log is null
                ? await _client.SubmitAsync(request, stop, giveUp).ConfigureAwait(false)
                : await SubmitLoggedAsync(request, log, stop, giveUp).ConfigureAwait(false);
        }
        catch (SFVideoJournalException e) when (e.RequestId is not null)
        {
            // The job was taken: its id must reach the user, whatever else is to be told.
            Interlocked.CompareExchange(ref _halt, (SFVideoException)e.InnerException!, null);
            throw;
        }
        catch (Exception e) when (e is SFVideoAuthenticationException or SFVideoPermissionException or SFVideoNotFoundException or SFVideoJournalException)
        {
            Interlocked.CompareExchange(ref _halt, (SFVideoException)e, null);
            Interlocked.Increment(ref _unsent);
            return null;
        }
    }

    private async Task<SFVideo> SubmitLoggedAsync(VideoRequest request, SubmitLog log, CancellationToken stop, CancellationToken giveUp)
    {
        await log.IntendAsync(request).ConfigureAwait(false);
        SFVideo video;
        try
        {
            video = await _client.SubmitAsync(request, stop, giveUp).ConfigureAwait(false);
        }
        catch (SFVideoException e)
        {
            await log.FailedAsync(e).ConfigureAwait(false);
            throw;
        }
        catch (OperationCanceledException e)
        {
            await log.StoppedAsync(wasSent: e is SubmitAbandonedException).ConfigureAwait(false);
            throw;
        }

        try
        {
            await log.SubmittedAsync(video).ConfigureAwait(false);
        }
        catch (SFVideoJournalException e)
        {
            throw new SFVideoJournalException(e.ErrorId, $"The service took the job {video.RequestId}, but its id could not be written down. {e.Message}", e)
            {
                RequestId = video.RequestId,
                TraceId = video.TraceId,
            };
        }

        return video with { Journal = log.Path };
    }
}
