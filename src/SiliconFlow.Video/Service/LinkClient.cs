using System.Globalization;

namespace SiliconFlow.Video.Service;

/// <summary>Opens links to videos. Links are signed by themselves: the API key never goes to their hosts.</summary>
internal sealed class LinkClient(SFVideoConnection connection, ICallObserver observer)
{
    private const int MaxRedirects = 5;

    /// <summary>Asks for the content behind a link, following a few redirects to safe addresses.</summary>
    /// <exception cref="LinkRefusedException">The link has ended.</exception>
    /// <exception cref="SFVideoDownloadException">The link is not safe, or its host does not answer as it should.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    internal async Task<LinkContent> OpenAsync(string url, CancellationToken cancellationToken)
    {
        var address = Check(url);
        for (var redirects = 0; ; redirects++)
        {
            var response = await GetAsync(address, cancellationToken).ConfigureAwait(false);
            var status = (int)response.StatusCode;
            if (status == 200)
            {
                return await ReadAsync(response, cancellationToken).ConfigureAwait(false);
            }

            using (response)
            {
                if (status is >= 300 and < 400 && redirects < MaxRedirects && response.Headers.Location is { } location)
                {
                    address = Check(Uri.TryCreate(address, location, out var next) ? next.AbsoluteUri : "");
                    continue;
                }

                throw status is 403 or 404 or 410
                    ? new LinkRefusedException(status)
                    : new SFVideoDownloadException(ErrorIds.DownloadFailed, $"The host {address.Host} of the link answered HTTP {status}.")
                    {
                        StatusCode = status,
                        MayRepeat = status is 408 or 429 or >= 500,
                        RetryAfter = RetryAfterHeader.Read(response.Headers.RetryAfter, connection.Time.GetUtcNow()),
                    };
            }
        }
    }

    private static Uri Check(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && BaseAddress.IsSafe(address)
            ? address
            : throw new SFVideoDownloadException(ErrorIds.DownloadFailed, "The link to the video is not an https address; it is not followed.");

    private async Task<HttpResponseMessage> GetAsync(Uri address, CancellationToken cancellationToken)
    {
        using var timeout = connection.Time.CancelAfter(connection.RequestTimeout);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("User-Agent", connection.UserAgent);
        var start = connection.Time.GetTimestamp();
        var outcome = "stopped";
        try
        {
            var response = await connection.Links.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
            outcome = ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);
            return response;
        }
        catch (Exception e) when (NetworkFailure.Is(e, cancellationToken))
        {
            outcome = timeout.IsCancellationRequested ? "no answer in time" : AnswerErrors.Innermost(e);
            throw new SFVideoDownloadException(ErrorIds.DownloadFailed, $"The host {address.Host} of the link could not be read from ({outcome}).", e) { MayRepeat = true };
        }
        finally
        {
            observer.Called(new CallReport("GET", address.Authority + address.AbsolutePath, outcome, null, connection.Time.GetElapsedTime(start)));
        }
    }

    private async Task<LinkContent> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return new LinkContent(response, await response.Content.OpenAsync(cancellationToken).ConfigureAwait(false), connection.Time);
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}
