using Polly;
using SiliconFlow.Video.Service;

namespace SiliconFlow.Video.Saving;

/// <summary>Brings the content of links to files, whole or not at all. What all downloads of a command share is here; each is a <see cref="Download"/>.</summary>
internal sealed class Downloader
{
    private readonly ResiliencePipeline _retry;

    /// <param name="links">Opens links.</param>
    /// <param name="time">The clock.</param>
    /// <param name="observer">Is told before each retry.</param>
    /// <param name="meter">Counts the bytes.</param>
    /// <param name="space">Knows what the disk has room for.</param>
    /// <param name="retry">How patiently failures without progress are met.</param>
    internal Downloader(LinkClient links, TimeProvider time, ICallObserver observer, TransferMeter meter, DiskSpace space, RetrySettings? retry = null)
    {
        Links = links;
        Meter = meter;
        Space = space;
        _retry = RetryRules.BuildAdvancing("Download", retry ?? RetrySettings.Download, time, observer);
    }

    internal LinkClient Links { get; }

    internal TransferMeter Meter { get; }

    internal DiskSpace Space { get; }

    internal PartialFiles Partials { get; } = new();

    /// <summary>Runs tries of one download until one succeeds, none may follow, or too many in a row have not brought it on.</summary>
    internal async Task RunAsync(Func<CancellationToken, Task> attempt, CancellationToken cancellationToken) =>
        await _retry.ExecuteAsync(async token => await attempt(token).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    /// <summary>The error for a target that is there.</summary>
    internal static SFVideoDownloadException FileExists(string target) => new(ErrorIds.FileExists, Messages.FileExists(target));
}
