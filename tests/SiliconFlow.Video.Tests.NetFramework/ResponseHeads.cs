namespace SiliconFlow.Video.Tests.Service;

/// <summary>In the place of the one that listens to the HTTP client's events, of which .NET Framework's has none.</summary>
internal sealed class ResponseHeads : IDisposable
{
    public ResponseHeads(int status) =>
        throw new OutOfReachException($".NET Framework does not tell when the head of an answer ({status}) has come.");

    public Task Arrived { get; } = Task.CompletedTask;

    public void Dispose()
    {
    }
}
