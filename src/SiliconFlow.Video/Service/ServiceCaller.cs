using System.Globalization;
using System.Net;

namespace SiliconFlow.Video.Service;

/// <summary>Makes one call to the service, once, and tells what came of it.</summary>
internal sealed class ServiceCaller(SFVideoConnection connection, ICallObserver observer)
{
    internal const string TraceIdHeader = "x-siliconcloud-trace-id";

    /// <summary>Answers of the service have a few hundred bytes; what is longer is not one.</summary>
    private const int MaxBodyLength = 1024 * 1024;
    private const int UsualBodyLength = 1024;

    /// <summary>Calls in flight together get the same Retry-After, each a moment later.</summary>
    private static readonly TimeSpan WorthTelling = TimeSpan.FromSeconds(1);

    /// <summary>What nearly all calls come to.</summary>
    private static readonly LocalText Ok = LocalText.AsIs("200");

    private readonly Uri _submit = AddressOf(connection, "/video/submit");
    private readonly Uri _status = AddressOf(connection, "/video/status");

    internal SFVideoConnection Connection => connection;

    internal ICallObserver Observer => observer;

    /// <inheritdoc cref="PostAsync(ServiceOperation, byte[], CancellationToken, CancellationToken)"/>
    internal Task<ServiceAnswer> PostAsync(ServiceOperation operation, byte[] body, CancellationToken cancellationToken) =>
        PostAsync(operation, body, cancellationToken, cancellationToken);

    /// <summary>Posts a JSON body, once the connection's pause is over.</summary>
    /// <param name="operation">The call.</param>
    /// <param name="body">UTF-8 JSON.</param>
    /// <param name="stop">Lets nothing be sent any more.</param>
    /// <param name="cancellationToken">Gives up the answer.</param>
    /// <returns>The answer, of whatever status.</returns>
    /// <exception cref="SFVideoException">There was no answer. The kind depends on the operation and on whether it may have been delivered.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    internal Task<ServiceAnswer> PostAsync(ServiceOperation operation, byte[] body, CancellationToken stop, CancellationToken cancellationToken) =>
        SendAsync(
            operation,
            HttpMethod.Post,
            operation == ServiceOperation.Submit ? _submit : _status,
            new PostedContent(body, once: operation == ServiceOperation.Submit),
            stop,
            cancellationToken);

    /// <summary>Gets what a path names, once the connection's pause is over.</summary>
    /// <param name="operation">The call.</param>
    /// <param name="path">The path below the base address, and the query.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <inheritdoc cref="PostAsync(ServiceOperation, byte[], CancellationToken, CancellationToken)"/>
    internal Task<ServiceAnswer> GetAsync(ServiceOperation operation, string path, CancellationToken cancellationToken) =>
        SendAsync(operation, HttpMethod.Get, AddressOf(connection, path), content: null, cancellationToken, cancellationToken);

    private async Task<ServiceAnswer> SendAsync(
        ServiceOperation operation, HttpMethod method, Uri address, PostedContent? content, CancellationToken stop, CancellationToken cancellationToken)
    {
        // Before the time-out starts: it is the service's time that is limited, not the waiting that it asked for.
        await connection.Pause.WaitAsync(stop).ConfigureAwait(false);
        stop.ThrowIfCancellationRequested();
        using var end = connection.Time.CancelAfter(connection.RequestTimeout);
        using var givenUp = cancellationToken.Register(static end => ((CancellationTokenSource)end!).Cancel(), end);
        using var request = CreateRequest(method, address, content);
        var start = connection.Time.GetTimestamp();
        LocalText? outcome = null;
        string? traceId = null;
        try
        {
            using var response = await connection.Api.SendAsync(request, end.Token).ConfigureAwait(false);
            outcome = response.StatusCode == HttpStatusCode.OK ? Ok : LocalText.AsIs(((int)response.StatusCode).ToString(CultureInfo.InvariantCulture));
            traceId = TraceIdOf(response);
            var answer = await ReadAsync(response, traceId, end.Token, cancellationToken).ConfigureAwait(false);
            KeepAway(answer);
            return answer;
        }
        catch (Exception e) when (NetworkFailure.Is(e, cancellationToken))
        {
            var failure = AnswerErrors.NoAnswer(operation, content?.WasSent ?? true, end.IsCancellationRequested && !cancellationToken.IsCancellationRequested ? connection.RequestTimeout : null, e);
            outcome = failure.Text;
            throw failure;
        }
        catch (OperationCanceledException e) when (operation == ServiceOperation.Submit && content is { WasSent: true })
        {
            throw new SubmitAbandonedException(e, cancellationToken);
        }
        finally
        {
            observer.Called(new CallReport(request.Method.Method, request.RequestUri!.PathAndQuery, outcome ?? Messages.CallStopped, traceId, connection.Time.GetElapsedTime(start)));
        }
    }

    /// <summary>Retry-After on one call is meant for its neighbours, too.</summary>
    private void KeepAway(ServiceAnswer answer)
    {
        if (answer is { StatusCode: 429 or 503, RetryAfter: { } wait } && connection.Pause.Extend(wait) >= WorthTelling)
        {
            observer.Paused(connection.Pause.Remaining);
        }
    }

    private static Uri AddressOf(SFVideoConnection connection, string path) => new(connection.BaseUri.AbsoluteUri.TrimEnd('/') + path);

    private HttpRequestMessage CreateRequest(HttpMethod method, Uri address, PostedContent? content)
    {
        var request = new HttpRequestMessage(method, address) { Content = content };
        request.Headers.ExpectContinue = false;
        request.Headers.TryAddWithoutValidation("Authorization", connection.Key.Bearer);
        request.Headers.TryAddWithoutValidation("User-Agent", connection.UserAgent);
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        return request;
    }

    /// <summary>A status code that has come is worth keeping even when its body breaks off or falls silent: a refusal stays a refusal.</summary>
    /// <param name="response">What has come.</param>
    /// <param name="traceId">The answer's trace id.</param>
    /// <param name="either">Ends with the time-out, too.</param>
    /// <param name="caller">Ends when the caller gives up.</param>
    private async Task<ServiceAnswer> ReadAsync(HttpResponseMessage response, string? traceId, CancellationToken either, CancellationToken caller)
    {
        // One byte more than is stated: there the end is seen without another, larger buffer.
        var body = new byte[Math.Min(response.Content.Headers.ContentLength ?? UsualBodyLength, MaxBodyLength) + 1];
        var length = 0;
        Exception? cut = null;
        try
        {
            using var stream = await response.Content.OpenAsync(either).ConfigureAwait(false);
            for (int n; (n = await stream.ReadSomeAsync(body, length, body.Length - length, either).ConfigureAwait(false)) > 0;)
            {
                length += n;
                if (length > MaxBodyLength)
                {
                    cut = new InvalidDataException(Messages.AnswerTooLong.ToString());
                    break;
                }

                if (length == body.Length)
                {
                    Array.Resize(ref body, Math.Min(2 * length, MaxBodyLength + 1));
                }
            }
        }
        catch (Exception e) when (e is HttpRequestException or IOException or InvalidDataException or OperationCanceledException && !caller.IsCancellationRequested)
        {
            cut = e;
        }

        Array.Resize(ref body, length);
        return new ServiceAnswer((int)response.StatusCode, body)
        {
            TraceId = traceId,
            RetryAfter = RetryAfterHeader.Read(response.Headers.RetryAfter, connection.Time.GetUtcNow()),
            Location = response.Headers.Location,
            Cut = cut,
        };
    }

    private static string? TraceIdOf(HttpResponseMessage response) =>
        response.Headers.TryGetValues(TraceIdHeader, out var values) ? values.FirstOrDefault() : null;
}
