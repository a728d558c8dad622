using System.Globalization;
using System.Net.Http.Headers;

namespace SiliconFlow.Video.Service;

/// <summary>Opens links to videos. Links are signed by themselves: the API key never goes to their hosts.</summary>
internal sealed class LinkClient(SFVideoConnection connection, ICallObserver observer)
{
    private const int MaxRedirects = 5;

    private readonly HostPauses _pauses = new(connection.Time);

    /// <summary>Asks for the content behind a link, following a few redirects to safe addresses.</summary>
    /// <param name="url">The link.</param>
    /// <param name="rest">Asks for the rest alone; null for the whole. Where the host has no such rest, the whole comes.</param>
    /// <param name="cancellationToken">Gives up, also while the content is read.</param>
    /// <exception cref="LinkRefusedException">The link has ended.</exception>
    /// <exception cref="SFVideoDownloadException">The link is not safe, or its host does not answer as it should.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    internal async Task<LinkContent> OpenAsync(string url, LinkPart? rest, CancellationToken cancellationToken)
    {
        var address = Check(url);
        for (var redirects = 0; ;)
        {
            var response = await GetAsync(address, rest, cancellationToken).ConfigureAwait(false);
            var status = (int)response.StatusCode;
            if (status == 200)
            {
                return await ReadAsync(response, 0, LinkVersion.Of(response), cancellationToken).ConfigureAwait(false);
            }

            if (status == 206 && rest?.Version.IsRestIn(response, rest.Start) == true)
            {
                return await ReadAsync(response, rest.Start, rest.Version, cancellationToken).ConfigureAwait(false);
            }

            using (response)
            {
                if (status is 206 or 416 && rest is not null)
                {
                    rest = null;
                    continue;
                }

                if (status is >= 300 and < 400 && redirects++ < MaxRedirects && response.Headers.Location is { } location)
                {
                    address = Check(Uri.TryCreate(address, location, out var next) ? next.AbsoluteUri : "");
                    continue;
                }

                throw status is 403 or 404 or 410 ? new LinkRefusedException(status) : Refused(address, response);
            }
        }
    }

    private SFVideoDownloadException Refused(Uri address, HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        var wait = RetryAfterHeader.Read(response.Headers.RetryAfter, connection.Time.GetUtcNow());
        if (status is 429 or 503 && wait is { } asked)
        {
            _pauses.Extend(address, asked);
        }

        return new SFVideoDownloadException(ErrorIds.DownloadFailed, Messages.LinkHostAnswered(address.Host, status))
        {
            StatusCode = status,
            MayRepeat = status is 408 or 429 or >= 500,
            RetryAfter = wait,
        };
    }

    private static Uri Check(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && BaseAddress.IsSafe(address)
            ? address
            : throw new SFVideoDownloadException(ErrorIds.DownloadFailed, Messages.LinkNotSafe);

    private async Task<HttpResponseMessage> GetAsync(Uri address, LinkPart? rest, CancellationToken cancellationToken)
    {
        await _pauses.WaitAsync(address, cancellationToken).ConfigureAwait(false);
        using var timeout = connection.Time.CancelAfter(connection.RequestTimeout);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("User-Agent", connection.UserAgent);
        if (rest is not null)
        {
            request.Headers.Range = new RangeHeaderValue(rest.Start, null);
            request.Headers.TryAddWithoutValidation("If-Range", rest.Version.Validator);
        }

        var start = connection.Time.GetTimestamp();
        var outcome = Messages.CallStopped;
        try
        {
            var response = await connection.Links.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
            outcome = LocalText.AsIs(((int)response.StatusCode).ToString(CultureInfo.InvariantCulture));
            return response;
        }
        catch (Exception e) when (NetworkFailure.Is(e, cancellationToken))
        {
            outcome = timeout.IsCancellationRequested ? Messages.NoAnswerInTime : AnswerErrors.Innermost(e);
            throw new SFVideoDownloadException(ErrorIds.DownloadFailed, Messages.LinkUnreadable(address.Host, outcome), e) { MayRepeat = true };
        }
        finally
        {
            observer.Called(new CallReport("GET", address.Authority + address.AbsolutePath, outcome, null, connection.Time.GetElapsedTime(start)));
        }
    }

    private async Task<LinkContent> ReadAsync(HttpResponseMessage response, long start, LinkVersion? version, CancellationToken cancellationToken)
    {
        try
        {
            var stream = await response.Content.OpenAsync(cancellationToken).ConfigureAwait(false);
            return new LinkContent(response, stream, connection.Time, cancellationToken) { Start = start, Version = version };
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}
