namespace SiliconFlow.Video.Service;

/// <summary>Is told of every call, for -Verbose. Called from any thread.</summary>
internal interface ICallObserver
{
    void Called(CallReport report);

    void Retrying(RetryReport report);
}
