using SiliconFlow.Video.Service;

namespace SiliconFlow.Video.Saving;

/// <summary>One video on its way to its file, over as many tries and links as that takes. What has come is kept from each to the next.</summary>
internal sealed class Download : IDisposable
{
    /// <summary>What counts as a good deal: no less, so that a drip comes to an end.</summary>
    private const int LargestStep = 1024 * 1024;
    private const int StepsOfFile = 16;

    private readonly Downloader _owner;
    private readonly string _requestId;
    private readonly string _target;
    private readonly bool _replace;
    private readonly DownloadAccount _account;
    private PartialFile? _partial;
    private long _counted;

    /// <param name="owner">What it shares with its neighbours.</param>
    /// <param name="requestId">The job's id.</param>
    /// <param name="target">The full path of the finished file.</param>
    /// <param name="replace">Whether a file that is there gives way.</param>
    internal Download(Downloader owner, string requestId, string target, bool replace)
    {
        _owner = owner;
        _requestId = requestId;
        _target = target;
        _replace = replace;
        _account = new DownloadAccount(owner.Meter, owner.Space, Path.GetDirectoryName(target)!);
    }

    /// <summary>How many bytes are there.</summary>
    internal long Length => _partial?.Length ?? 0;

    /// <summary>Whether a good deal has come since there were so many bytes. What came again after a new start does not count.</summary>
    internal bool HasAdvancedSince(long length) =>
        _partial?.Version is { } version && Length - length >= Math.Max(1, Math.Min(LargestStep, version.Length / StepsOfFile));

    /// <summary>Goes on from what an earlier run left, where there is something.</summary>
    /// <exception cref="SFVideoDownloadException">The disk refuses.</exception>
    internal async Task ResumeAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (_partial is null && _owner.Partials.Take(_target, _requestId) is var (path, version))
            {
                _partial = await PartialFile.ReopenAsync(path, version, cancellationToken).ConfigureAwait(false);
            }

            _counted = Length;
        }
        catch (Exception e) when (IsOfDisk(e))
        {
            throw CannotWrite(e);
        }
    }

    /// <summary>Downloads and checks.</summary>
    /// <param name="url">The link to read.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="LinkRefusedException">The link has ended.</exception>
    /// <exception cref="SFVideoDownloadException">Everything else, after the retries.</exception>
    internal async Task FetchAsync(string url, CancellationToken cancellationToken)
    {
        try
        {
            await _owner.RunAsync(token => TryAsync(url, token), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (IsOfDisk(e))
        {
            DiscardPartial();
            throw CannotWrite(e);
        }
    }

    /// <summary>Brings what was fetched to the disk itself, and puts it in place.</summary>
    /// <param name="video">The job.</param>
    /// <param name="log">The job's journal; null where there is none.</param>
    /// <exception cref="SFVideoDownloadException">The disk refuses. The target is as it was.</exception>
    internal async Task<SFVideoFile> FinishAsync(SFVideo video, SaveLog? log)
    {
        var partial = _partial!;
        try
        {
            var length = partial.Length;
            var file = new SFVideoFile(_target, video) { Sha256 = partial.Seal(), Length = length };
            await (log?.SavingAsync(file) ?? Task.CompletedTask).ConfigureAwait(false);
            partial.Finish(_target, _replace);
            await (log?.SavedAsync(file) ?? Task.CompletedTask).ConfigureAwait(false);
            _owner.Partials.Remove(_target, _requestId);
            return file;
        }
        catch (Exception e) when (IsOfDisk(e))
        {
            DiscardPartial();
            throw CannotWrite(e);
        }
    }

    /// <summary>Ends it. What has come stays where another run can go on from it.</summary>
    public void Dispose()
    {
        _account.Expect(0);
        _partial?.Dispose();
    }

    private async Task TryAsync(string url, CancellationToken cancellationToken)
    {
        try
        {
            await FetchWholeAsync(url, cancellationToken).ConfigureAwait(false);
        }
        catch (SFVideoDownloadException e) when (e.MayRepeat)
        {
            e.HasAdvanced = HasAdvancedSince(_counted);
            _counted = e.HasAdvanced ? Length : _counted;
            throw;
        }
    }

    /// <summary>Brings the partial file to its end. One that was put together from pieces and is wrong is fetched once more as a whole.</summary>
    private async Task FetchWholeAsync(string url, CancellationToken cancellationToken)
    {
        while (true)
        {
            var before = Length;
            if (_partial?.Version is not { } version || _partial.Length != version.Length)
            {
                await ReceiveAsync(url, cancellationToken).ConfigureAwait(false);
            }

            if (_partial!.FindFault() is not { } fault)
            {
                return;
            }

            DiscardPartial();
            if (before == 0)
            {
                throw new SFVideoDownloadException(ErrorIds.DownloadFailed, Messages.NotTheVideo(fault)) { MayRepeat = true };
            }
        }
    }

    private async Task ReceiveAsync(string url, CancellationToken cancellationToken)
    {
        var rest = _partial is { Version: { } known, Length: > 0 } ? new LinkPart(known, _partial.Length) : null;
        using var content = await _owner.Links.OpenAsync(url, rest, cancellationToken).ConfigureAwait(false);
        if (content.Start == 0)
        {
            DiscardPartial();
        }

        _account.Expect(content.Length ?? 0);
        _partial ??= PartialFile.Create(_target, _requestId, content.Version is { } version && PartialName.CanHold(version) ? version : null);
        await BlockCopy.RunAsync(content, _partial, _account).ConfigureAwait(false);
        if (content.Length is { } stated && content.Start + stated != _partial.Length)
        {
            throw new SFVideoDownloadException(ErrorIds.DownloadFailed, Messages.TransferBroke(Messages.BytesCame(_partial.Length, content.Start + stated))) { MayRepeat = true };
        }
    }

    private void DiscardPartial()
    {
        _partial?.Discard();
        _partial = null;
    }

    // The last is what .NET makes of a limit on the length of files.
    private static bool IsOfDisk(Exception e) => e is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException { ParamName: "value" };

    private SFVideoDownloadException CannotWrite(Exception cause) => !_replace && File.Exists(_target)
        ? Downloader.FileExists(_target)
        : new SFVideoDownloadException(ErrorIds.DownloadFailed, Messages.FileUnwritable(_target, cause.Message), cause);
}
