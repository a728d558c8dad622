using SiliconFlow.Video.Requests;

namespace SiliconFlow.Video.Service;

/// <summary>Submits jobs: the one place that spends money.</summary>
internal sealed class SubmitClient
{
    private readonly ServiceCaller _caller;

    internal SubmitClient(SFVideoConnection connection, ICallObserver observer) => _caller = new ServiceCaller(connection, observer);

    internal SFVideoConnection Connection => _caller.Connection;

    internal ICallObserver Observer => _caller.Observer;

    /// <summary>Submits one job, once.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="stop">Lets nothing more be sent.</param>
    /// <param name="giveUp">Gives up the answer of what was sent. It may come later than <paramref name="stop"/>: the answer holds the id of a paid job.</param>
    /// <returns>The job as the service took it.</returns>
    /// <exception cref="SFVideoException">As the error table says.</exception>
    /// <exception cref="SubmitAbandonedException">The answer was given up.</exception>
    internal async Task<SFVideo> SubmitAsync(VideoRequest request, CancellationToken stop, CancellationToken giveUp)
    {
        var body = await SubmitBody.EncodeAsync(request, stop).ConfigureAwait(false);
        var answer = await _caller.PostAsync(ServiceOperation.Submit, body, stop, giveUp).ConfigureAwait(false);
        var connection = _caller.Connection;
        if (!answer.IsSuccess)
        {
            throw AnswerErrors.Refused(ServiceOperation.Submit, answer, connection.Key);
        }

        var id = answer.Json.Field("requestId").Text()
            ?? throw AnswerErrors.Nonsense(ServiceOperation.Submit, answer, Messages.AnswerHasNoRequestId, connection.Key);
        return new SFVideo(id)
        {
            Name = request.Name,
            Status = SFVideoStatus.Submitted,
            Model = request.Model,
            Prompt = request.Prompt,
            NegativePrompt = request.NegativePrompt,
            ImageSize = request.ImageSize,
            Image = request.Image?.Display,
            Seed = request.Seed,
            SubmittedAt = connection.Time.GetLocalNow().LocalDateTime,
            TraceId = answer.TraceId,
            BaseUri = connection.BaseUri,
        };
    }
}
