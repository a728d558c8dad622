namespace SiliconFlow.Video.Service;

/// <summary>The caller gave up a submit of which at least a part had left: nobody can know whether the service takes it.</summary>
internal sealed class SubmitAbandonedException(OperationCanceledException cause, CancellationToken token)
    : OperationCanceledException("The submit was given up after it was sent.", cause, token);
