using SiliconFlow.Video.Requests;
using SiliconFlow.Video.Service;

namespace SiliconFlow.Video.Submitting;

/// <summary>Submits many jobs, as the service can take them, again where it surely did not, and stops sending once it is clear that every further one would be refused.</summary>
internal sealed class Submitter
{
    private readonly SubmitClient _client;
    private readonly SubmitThrottle _throttle;
    private readonly TimeSpan _retryTimeout;
    private readonly CancellationToken _stop;
    private readonly CancellationToken _giveUp;
    private int _rows;
    private int _unsent;
    private SFVideoException? _halt;

    /// <param name="client">Sends one job.</param>
    /// <param name="throttleLimit">How many submits may be in flight, at least 1.</param>
    /// <param name="retryTimeout">How long a row is tried from its first sending on; zero for once.</param>
    /// <param name="stop">Lets nothing more be sent.</param>
    /// <param name="giveUp">Gives up the answers of what was sent.</param>
    internal Submitter(SubmitClient client, int throttleLimit, TimeSpan retryTimeout, CancellationToken stop, CancellationToken giveUp)
    {
        _client = client;
        _throttle = new SubmitThrottle(client.Connection, throttleLimit, retryTimeout, client.Observer, stop);
        _retryTimeout = retryTimeout;
        _stop = stop;
        _giveUp = giveUp;
    }

    /// <summary>The error that ended the sending, where one did.</summary>
    internal SFVideoException? Halt => Volatile.Read(ref _halt);

    /// <summary>How many requests were not sent because of <see cref="Halt"/>.</summary>
    internal int Unsent => Volatile.Read(ref _unsent);

    /// <summary>Submits one job when its turn comes. First turns are in the order of the calls, which are made one after another and return at once.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="log">The row's journal; null where there is none.</param>
    /// <returns>The job, or null where it was not sent, or was refused, for the reason in <see cref="Halt"/>.</returns>
    /// <exception cref="SFVideoJournalException">This job was taken, and its id, which the error has, could not be written down.</exception>
    /// <exception cref="SFVideoException">This job was not taken, or nobody knows; others may be.</exception>
    internal Task<SFVideo?> SubmitAsync(VideoRequest request, SubmitLog? log)
    {
        var row = new Row(++_rows, request);
        var turn = _throttle.EnterAsync(row.Number, attempts: 0);
        return SubmitInTurnAsync(row, log, turn);
    }

    private async Task<SFVideo?> SubmitInTurnAsync(Row row, SubmitLog? log, Task<SubmitTurn> first)
    {
        row.Turn = await first.ConfigureAwait(false);
        try
        {
            _stop.ThrowIfCancellationRequested();
            if (Halt is not null)
            {
                Interlocked.Increment(ref _unsent);
                return null;
            }

            return log is null
                ? await SendAsync(row).ConfigureAwait(false)
                : await SendLoggedAsync(row, log).ConfigureAwait(false);
        }
        catch (SFVideoJournalException e) when (e.RequestId is not null)
        {
            // The job was taken: its id must reach the user, whatever else is to be told.
            End((SFVideoException)e.InnerException!);
            throw;
        }
        catch (Exception e) when (e is SFVideoAuthenticationException or SFVideoPermissionException or SFVideoNotFoundException or SFVideoJournalException)
        {
            End((SFVideoException)e);
            Interlocked.Increment(ref _unsent);
            return null;
        }
        finally
        {
            // Not before: the next row would be sent although this one has just shown that it is in vain.
            row.Turn.Dispose();
        }
    }

    private void End(SFVideoException error)
    {
        Interlocked.CompareExchange(ref _halt, error, null);
        _throttle.Open();
    }

    /// <summary>Sends a row again and again while that is allowed, has a chance, and is wanted. Between two tries the row has no place.</summary>
    private async Task<SFVideo> SendAsync(Row row)
    {
        var time = _client.Connection.Time;
        var begin = time.GetTimestamp();
        for (var attempt = 1; ; attempt++)
        {
            if (Halt is { } halt)
            {
                // What this row would be told, too. It was written down, or waited for this try, while the sending ended.
                throw halt;
            }

            try
            {
                var video = await _client.SubmitAsync(row.Request, _stop, _giveUp).ConfigureAwait(false);
                row.Turn.Taken();
                return video;
            }
            catch (SFVideoException e) when (e.MayRepeat)
            {
                row.Turn.Refused();
                var wait = _throttle.WaitAfter(attempt) is var least && e.RetryAfter > least ? e.RetryAfter.Value : least;
                if (_throttle.IsHopeless || wait >= _retryTimeout - time.GetElapsedTime(begin))
                {
                    throw;
                }

                _client.Observer.Retrying(new RetryReport(nameof(ServiceOperation.Submit), attempt, null, wait, e));
            }

            row.Turn = await _throttle.EnterAsync(row.Number, attempt).ConfigureAwait(false);
        }
    }

    private async Task<SFVideo> SendLoggedAsync(Row row, SubmitLog log)
    {
        await log.IntendAsync(row.Request).ConfigureAwait(false);
        SFVideo video;
        try
        {
            video = await SendAsync(row).ConfigureAwait(false);
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

        var written = log.SubmittedAsync(video);

        // The place is free as soon as the id stands in line for the disk: the next row's intent comes behind it, and nothing is sent before its intent is written.
        // So one flush serves both, and wherever a crash cuts the journal off, no more intents are without an outcome than rows were in flight or waited for
        // another try.
        row.Turn.Dispose();
        try
        {
            await written.ConfigureAwait(false);
        }
        catch (SFVideoJournalException e)
        {
            throw new SFVideoJournalException(e.ErrorId, Messages.IdNotWritten(video.RequestId, e.Text), e)
            {
                RequestId = video.RequestId,
                TraceId = video.TraceId,
            };
        }

        return video with { Journal = log.Path };
    }

    private sealed class Row(int number, VideoRequest request)
    {
        internal int Number => number;

        internal VideoRequest Request => request;

        /// <summary>The row's place; one that it has left while it waits for the next.</summary>
        internal SubmitTurn Turn { get; set; } = null!;
    }
}
