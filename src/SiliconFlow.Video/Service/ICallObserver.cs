namespace SiliconFlow.Video.Service;

/// <summary>Is told of every call, for -Verbose. Called from any thread.</summary>
internal interface ICallObserver
{
    void Called(CallReport report);

    void Retrying(RetryReport report);

    /// <summary>The service asked for a pause: all calls of the connection wait.</summary>
    void Paused(TimeSpan length);

    /// <summary>Submits are sent more slowly, or more quickly again.</summary>
    void Paced(PaceReport report);
}
