using System.Diagnostics.Tracing;

namespace SiliconFlow.Video.Tests.Service;

/// <summary>Tells when the head of an answer has reached the caller of an HTTP client in this process; answers are told apart by their status, so it has to be a rare one.</summary>
internal sealed class ResponseHeads(int status) : EventListener
{
    private readonly TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Arrived => _arrived.Task;

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == "System.Net.Http")
        {
            EnableEvents(eventSource, EventLevel.Informational);
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData is { EventName: "RequestStop", Payload: [int received, ..] } && received == status)
        {
            _arrived.TrySetResult();
        }
    }
}
