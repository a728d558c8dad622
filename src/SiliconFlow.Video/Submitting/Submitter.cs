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
    /// <returns>The job, or null where it was not sent, or was refused, for the reason in <see cref="Halt"/>.</returns>
    /// <exception cref="SFVideoException">This job was not taken, or nobody knows; others may be.</exception>
    internal Task<SFVideo?> SubmitAsync(VideoRequest request, CancellationToken cancellationToken)
    {
        var turn = _gate.EnterAsync(cancellationToken);
        return Task.Run(() => SubmitInTurnAsync(request, turn, cancellationToken), CancellationToken.None);
    }

    private async Task<SFVideo?> SubmitInTurnAsync(VideoRequest request, Task<IDisposable> turn, CancellationToken cancellationToken)
    {
        using var place = await turn.ConfigureAwait(false);
        try
        {
            if (Halt is not null)
            {
                Interlocked.Increment(ref _unsent);
                return null;
            }

            return await _client.SubmitAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is SFVideoAuthenticationException or SFVideoPermissionException or SFVideoNotFoundException)
        {
            Interlocked.CompareExchange(ref _halt, (SFVideoException)e, null);
            Interlocked.Increment(ref _unsent);
            return null;
        }
    }
}
