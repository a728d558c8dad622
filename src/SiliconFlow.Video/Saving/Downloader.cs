using System.Buffers;
using Polly;
using SiliconFlow.Video.Service;

namespace SiliconFlow.Video.Saving;

/// <summary>Brings the content of a link to a file, whole or not at all.</summary>
internal sealed class Downloader
{
    private const int BufferLength = 81920;

    private readonly LinkClient _links;
    private readonly ResiliencePipeline _retry;

    internal Downloader(LinkClient links, TimeProvider time, ICallObserver observer, RetrySettings? retry = null)
    {
        _links = links;
        _retry = RetryRules.Build("Download", retry ?? RetrySettings.Download, time, observer);
    }

    /// <summary>Downloads, checks and puts in place.</summary>
    /// <param name="video">The job; its link is the one to read.</param>
    /// <param name="target">The full path of the finished file.</param>
    /// <param name="replace">Whether a file that is there gives way.</param>
    /// <param name="log">The job's journal; null where there is none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="LinkRefusedException">The link has ended.</exception>
    /// <exception cref="SFVideoDownloadException">Everything else, after the retries. The target is as it was.</exception>
    internal async Task<SFVideoFile> DownloadAsync(SFVideo video, string target, bool replace, SaveLog? log, CancellationToken cancellationToken) =>
        await _retry.ExecuteAsync(async token => await DownloadOnceAsync(video, target, replace, log, token).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    /// <summary>The error for a target that is there.</summary>
    internal static SFVideoDownloadException FileExists(string target) => new(ErrorIds.FileExists, $"The file '{target}' is there already.");

    private async Task<SFVideoFile> DownloadOnceAsync(SFVideo video, string target, bool replace, SaveLog? log, CancellationToken cancellationToken)
    {
        using var content = await _links.OpenAsync(video.Url!, cancellationToken).ConfigureAwait(false);
        try
        {
            using var partial = PartialFile.Create(target, video.RequestId);
            await CopyAsync(content, partial, cancellationToken).ConfigureAwait(false);
            Check(content, partial);
            var length = partial.Length;
            var file = new SFVideoFile(target, video) { Sha256 = partial.Seal(), Length = length };
            await (log?.SavingAsync(file) ?? Task.CompletedTask).ConfigureAwait(false);
            partial.Finish(target, replace);
            await (log?.SavedAsync(file) ?? Task.CompletedTask).ConfigureAwait(false);
            return file;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException { ParamName: "value" })
        {
            // The last is what .NET makes of a limit on the length of files.
            throw !replace && File.Exists(target)
                ? FileExists(target)
                : new SFVideoDownloadException(ErrorIds.DownloadFailed, $"The file '{target}' cannot be written: {e.Message}", e);
        }
    }

    private static async Task CopyAsync(LinkContent content, PartialFile partial, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferLength);
        try
        {
            for (int n; (n = await ReadAsync(content, buffer, cancellationToken).ConfigureAwait(false)) > 0;)
            {
                await partial.WriteAsync(buffer, n, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Failures of the network are told apart from failures of the disk here: the first may be repeated.</summary>
    private static async Task<int> ReadAsync(LinkContent content, byte[] buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await content.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or HttpRequestException or TimeoutException)
        {
            throw new SFVideoDownloadException(ErrorIds.DownloadFailed, $"The transfer broke off: {AnswerErrors.Innermost(e)}.", e) { MayRepeat = true };
        }
    }

    private static void Check(LinkContent content, PartialFile partial)
    {
        var fault = content.Length is { } stated && stated != partial.Length
            ? $"{partial.Length} of {stated} bytes came"
            : partial.FindFault();
        if (fault is not null)
        {
            throw new SFVideoDownloadException(ErrorIds.DownloadFailed, $"What the link gave is not the video: {fault}.") { MayRepeat = true };
        }
    }
}
