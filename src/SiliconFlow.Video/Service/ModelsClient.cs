using Polly;

namespace SiliconFlow.Video.Service;

/// <summary>Asks which video models the account may use. It costs nothing and changes nothing, so every passing failure is met with another try.</summary>
internal sealed class ModelsClient
{
    private readonly ServiceCaller _caller;
    private readonly ResiliencePipeline _retry;

    internal ModelsClient(SFVideoConnection connection, ICallObserver observer, RetrySettings? retry = null)
    {
        _caller = new ServiceCaller(connection, observer);
        _retry = RetryRules.Build(nameof(ServiceOperation.Models), retry ?? RetrySettings.Status, connection.Time, observer);
    }

    /// <summary>The models of a kind, in the service's order.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SFVideoException">As the error table says, after the retries.</exception>
    internal async Task<IReadOnlyList<SFVideoModel>> ListAsync(SFVideoModelKind kind, CancellationToken cancellationToken) =>
        await _retry.ExecuteAsync(async token => await AskAsync(kind, token).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    private async Task<IReadOnlyList<SFVideoModel>> AskAsync(SFVideoModelKind kind, CancellationToken cancellationToken)
    {
        var path = "/models?type=video&sub_type=" + (kind == SFVideoModelKind.ImageToVideo ? "image-to-video" : "text-to-video");
        var answer = await _caller.GetAsync(ServiceOperation.Models, path, cancellationToken).ConfigureAwait(false);
        var connection = _caller.Connection;
        return !answer.IsSuccess
            ? throw AnswerErrors.Refused(ServiceOperation.Models, answer, connection.Key)
            : ModelList.Read(answer.Json, kind, connection.BaseUri, connection.Key)
                ?? throw AnswerErrors.Nonsense(ServiceOperation.Models, answer, Messages.AnswerHasNoModels, connection.Key);
    }
}
