using SiliconFlow.Video.Service;

namespace SiliconFlow.Video.Saving;

/// <summary>Saves the videos of finished jobs. It can ask how a job stands but not submit one: nothing that fails here can cost money.</summary>
internal sealed class Saver
{
    /// <summary>How often a fresh link is asked for when one has ended before it was read.</summary>
    private const int MaxFreshLinks = 2;

    private readonly StatusClient _status;
    private readonly Downloader _downloader;
    private readonly TimeProvider _time;
    private readonly bool _replace;
    private readonly DownloadQueue _queue;
    private readonly Gate _finishing;

    /// <param name="status">Asks for jobs that have no link yet, or need a fresh one.</param>
    /// <param name="downloader">Reads links.</param>
    /// <param name="time">The clock.</param>
    /// <param name="replace">Whether files that are there give way.</param>
    /// <param name="throttleLimit">How many downloads may run, at least 1.</param>
    internal Saver(StatusClient status, Downloader downloader, TimeProvider time, bool replace, int throttleLimit)
    {
        _status = status;
        _downloader = downloader;
        _time = time;
        _replace = replace;
        _queue = new DownloadQueue(throttleLimit);
        _finishing = new Gate(throttleLimit);
    }

    /// <summary>Saves one video when its turn comes.</summary>
    /// <param name="video">The job; only its id need be known.</param>
    /// <param name="target">The full path of the finished file.</param>
    /// <param name="log">The job's journal; null where there is none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SFVideoException">As the error table says. The target is as it was.</exception>
    internal async Task<SFVideoFile> SaveAsync(SFVideo video, string target, SaveLog? log, CancellationToken cancellationToken)
    {
        using var place = await _queue.EnterAsync(video.LinkExpiresAt, cancellationToken).ConfigureAwait(false);
        try
        {
            return await SaveNowAsync(video, target, log, place, cancellationToken).ConfigureAwait(false);
        }
        catch (SFVideoException e)
        {
            e.RequestId ??= video.RequestId;
            e.TraceId ??= video.TraceId;
            e.Operation ??= "Download";
            throw;
        }
    }

    private async Task<SFVideoFile> SaveNowAsync(SFVideo video, string target, SaveLog? log, IDisposable place, CancellationToken cancellationToken)
    {
        if (await FindRightAsync(video, target, log).ConfigureAwait(false) is { } there)
        {
            return there;
        }

        if (!_replace && File.Exists(target))
        {
            throw Downloader.FileExists(target);
        }

        if (video.Status == SFVideoStatus.Failed)
        {
            throw JobErrors.GenerationFailed(video);
        }

        using var download = new Download(_downloader, video.RequestId, target, _replace);
        await download.ResumeAsync(cancellationToken).ConfigureAwait(false);
        var current = await FetchAsync(download, video, log, cancellationToken).ConfigureAwait(false);

        // The next download need not wait for the disk to take this one.
        using var finishing = await _finishing.EnterAsync(cancellationToken).ConfigureAwait(false);
        place.Dispose();
        return await download.FinishAsync(current, log).ConfigureAwait(false);
    }

    /// <summary>Fetches the video by its link, or by fresh ones.</summary>
    /// <returns>The job as it was last seen.</returns>
    private async Task<SFVideo> FetchAsync(Download download, SFVideo video, SaveLog? log, CancellationToken cancellationToken)
    {
        var current = video.Url is null ? await RefreshAsync(video, log, cancellationToken).ConfigureAwait(false) : video;
        var fresh = 0;
        var length = download.Length;
        if (current.LinkExpiresAt <= _time.GetLocalNow().LocalDateTime)
        {
            current = await RefreshAsync(current, log, cancellationToken).ConfigureAwait(false);
            fresh++;
        }

        while (true)
        {
            try
            {
                await download.FetchAsync(current.Url!, cancellationToken).ConfigureAwait(false);
                return current;
            }
            catch (LinkRefusedException e) when (fresh == MaxFreshLinks && !download.HasAdvancedSince(length))
            {
                throw new SFVideoDownloadException(ErrorIds.LinkExpired, Messages.LinksEnded(MaxFreshLinks, e.Text), e)
                {
                    StatusCode = e.StatusCode,
                };
            }
            catch (LinkRefusedException)
            {
                // A long download outlives its links.
                (fresh, length) = download.HasAdvancedSince(length) ? (0, download.Length) : (fresh, length);
                current = await RefreshAsync(current, log, cancellationToken).ConfigureAwait(false);
                fresh++;
            }
        }
    }

    /// <summary>The file that an earlier run saved, where it is still right.</summary>
    private async Task<SFVideoFile?> FindRightAsync(SFVideo video, string target, SaveLog? log)
    {
        try
        {
            var there = log is null ? null : await log.FindRightAsync(video, target).ConfigureAwait(false);
            if (there is not null)
            {
                _downloader.Partials.Remove(target, video.RequestId);
            }

            return there;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SFVideoDownloadException(ErrorIds.DownloadFailed, Messages.FileUnreadable(target, e.Message), e);
        }
    }

    /// <summary>The job with a link as fresh as the service gives it.</summary>
    private async Task<SFVideo> RefreshAsync(SFVideo video, SaveLog? log, CancellationToken cancellationToken)
    {
        var now = await _status.GetAsync(video, cancellationToken).ConfigureAwait(false);
        await (log?.AskedAsync(now) ?? Task.CompletedTask).ConfigureAwait(false);
        return now.Status switch
        {
            SFVideoStatus.Succeeded => now,
            SFVideoStatus.Failed => throw JobErrors.GenerationFailed(now),
            _ => throw new SFVideoDownloadException(ErrorIds.VideoNotReady, Messages.NotFinished(now.Status, AnswerErrors.Trace(now.TraceId))),
        };
    }
}
