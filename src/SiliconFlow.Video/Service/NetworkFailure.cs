namespace SiliconFlow.Video.Service;

/// <summary>Tells failures of a call from the caller's own giving up, which is none.</summary>
internal static class NetworkFailure
{
    /// <summary>True for what HTTP stacks throw when a call fails, and for a cancellation that the caller did not ask for: a time-out, or a client that was closed.</summary>
    internal static bool Is(Exception e, CancellationToken caller) =>
        e is HttpRequestException or IOException || (e is OperationCanceledException && !caller.IsCancellationRequested);
}
