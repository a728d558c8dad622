using Polly;

namespace SiliconFlow.Video.Service;

/// <summary>Asks how jobs stand. It costs nothing and changes nothing, so every passing failure is met with another try.</summary>
internal sealed class StatusClient
{
    /// <summary>How many questions may be in flight: more would be a burst when hundreds of jobs come together.</summary>
    internal const int MaxCalls = 16;

    private readonly Gate _gate = new(MaxCalls);
    private readonly ServiceCaller _caller;
    private readonly RetrySettings _settings;
    private ResiliencePipeline? _retry;

    internal StatusClient(SFVideoConnection connection, ICallObserver observer, RetrySettings? retry = null)
    {
        _caller = new ServiceCaller(connection, observer);
        _settings = retry ?? RetrySettings.Status;
    }

    internal SFVideoConnection Connection => _caller.Connection;

    internal ICallObserver Observer => _caller.Observer;

    /// <summary>Made when it is first needed: waits have no use for it, and spare themselves the library.</summary>
    private ResiliencePipeline Retry => _retry ??= RetryRules.Build(nameof(ServiceOperation.Status), _settings, Connection.Time, Observer);

    /// <summary>The job as it is now.</summary>
    /// <param name="video">The job as it was known; only its id need be.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SFVideoException">As the error table says, after the retries. A job that failed is no error here.</exception>
    internal async Task<SFVideo> GetAsync(SFVideo video, CancellationToken cancellationToken) =>
        await Retry.ExecuteAsync(async token => await GetOnceAsync(video, token).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    /// <summary>As <see cref="GetAsync"/>, with one try.</summary>
    internal async Task<SFVideo> GetOnceAsync(SFVideo video, CancellationToken cancellationToken)
    {
        try
        {
            return await AskAsync(video, cancellationToken).ConfigureAwait(false);
        }
        catch (SFVideoException e)
        {
            e.RequestId = video.RequestId;
            throw;
        }
    }

    private async Task<SFVideo> AskAsync(SFVideo video, CancellationToken cancellationToken)
    {
        var body = WireJson.Write(json => json.WriteString("requestId", video.RequestId));
        using var place = await _gate.EnterAsync(cancellationToken).ConfigureAwait(false);
        var answer = await _caller.PostAsync(ServiceOperation.Status, body, cancellationToken).ConfigureAwait(false);
        var connection = _caller.Connection;
        if (!answer.IsSuccess)
        {
            throw AnswerErrors.Refused(ServiceOperation.Status, answer, connection.Key);
        }

        var status = JobStatus.Read(answer.Json)
            ?? throw AnswerErrors.Nonsense(ServiceOperation.Status, answer, Messages.AnswerHasNoStatus, connection.Key);
        if (status is { Status: SFVideoStatus.Succeeded, Url: null })
        {
            throw AnswerErrors.Nonsense(ServiceOperation.Status, answer, Messages.AnswerHasNoLink, connection.Key);
        }

        var now = status.ApplyTo(video, answer.TraceId, connection.Time.GetLocalNow());
        return now with { BaseUri = now.BaseUri ?? connection.BaseUri, Reason = now.Reason is { } reason ? connection.Key.Scrub(reason) : null };
    }
}
