using System.Collections.Concurrent;

namespace SiliconFlow.Video.Service;

/// <summary>Holds back the calls to each host of links while it asks for that. The service and other hosts are not concerned.</summary>
internal sealed class HostPauses(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, SharedPause> _pauses = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Keeps callers away from a host for a while; no longer than a download waits between two tries, since links end soon.</summary>
    internal void Extend(Uri address, TimeSpan wait) =>
        _pauses.GetOrAdd(address.Authority, _ => new SharedPause(time)).Extend(Clock.Min(wait, RetrySettings.Download.MaxDelay));

    /// <summary>Returns when the host may be asked.</summary>
    internal Task WaitAsync(Uri address, CancellationToken cancellationToken) =>
        _pauses.TryGetValue(address.Authority, out var pause) ? pause.WaitAsync(cancellationToken) : Task.CompletedTask;
}
