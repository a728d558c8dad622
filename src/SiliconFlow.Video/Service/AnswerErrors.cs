using System.Globalization;

namespace SiliconFlow.Video.Service;

/// <summary>
/// Turns what went wrong with a call into the error that says what can be done about it, and whether the call may be made again.
/// For submits this is where money is guarded: "may repeat" is said only where the job was surely not created.
/// </summary>
internal static class AnswerErrors
{
    private const int BalanceInsufficient = 30001;

    /// <summary>The error for an answer that is not a success.</summary>
    internal static SFVideoException Refused(ServiceOperation operation, ServiceAnswer answer, ApiKey key)
    {
        var says = Says(answer, key, whenEmpty: "");
        SFVideoException error = answer.StatusCode switch
        {
            401 => new SFVideoAuthenticationException(ErrorIds.Unauthorized, $"The service refused the API key ({says})."),
            402 => new SFVideoPermissionException(ErrorIds.InsufficientBalance, $"The account's balance is insufficient ({says})."),
            403 when answer.ServiceCode == BalanceInsufficient =>
                new SFVideoPermissionException(ErrorIds.InsufficientBalance, $"The account's balance is insufficient ({says})."),
            403 => new SFVideoPermissionException(ErrorIds.Forbidden, $"The account may not do this ({says})."),
            404 or 405 => new SFVideoNotFoundException($"There is no such service at this address ({says})."),
            407 => new SFVideoConnectionException($"The proxy wants credentials ({says})."),
            429 => new SFVideoRateLimitException($"The service's rate limit is reached ({says}).") { MayRepeat = true, RetryAfter = answer.RetryAfter },
            503 when operation != ServiceOperation.Submit || answer.IsServiceError => Unavailable(says, answer),
            408 or >= 500 when operation == ServiceOperation.Submit => new SFVideoUnknownOutcomeException($"The submit got no usable answer ({says}); nobody can know whether the job was created."),
            408 or >= 500 => Unavailable(says, answer),
            >= 400 => new SFVideoInvalidRequestException($"The service refused the request ({says})."),
            >= 300 => new SFVideoNotFoundException(
                $"The address redirects to '{key.Scrub(answer.Location?.ToString() ?? "")}' ({says}). Calls with an API key do not follow redirects; give the right base address."),
            _ => new SFVideoProtocolException($"The service gave an answer that makes no sense here ({says})."),
        };
        return Describe(error, operation, answer);
    }

    /// <summary>The error for a success whose body is not what the call answers.</summary>
    internal static SFVideoException Nonsense(ServiceOperation operation, ServiceAnswer answer, string what, ApiKey key)
    {
        var says = Says(answer, key, whenEmpty: " with an empty body");
        SFVideoException error = operation switch
        {
            ServiceOperation.Submit when !answer.IsServiceError =>
                new SFVideoUnknownOutcomeException($"The submit was answered, but {what} ({says}); nobody can know whether the job was created.", answer.Cut),
            ServiceOperation.Status when answer.Cut is { } cut and not InvalidDataException =>
                new SFVideoConnectionException($"The service's answer broke off ({Innermost(cut)}{Trace(answer.TraceId)}).", cut) { MayRepeat = true },
            _ => new SFVideoProtocolException($"The service's answer cannot be used: {what} ({says}).", answer.Cut) { MayRepeat = operation == ServiceOperation.Status },
        };
        return Describe(error, operation, answer);
    }

    /// <summary>The error for a call that brought no answer.</summary>
    /// <param name="operation">The call.</param>
    /// <param name="wasSent">Whether any of the body may have left.</param>
    /// <param name="timeout">The time-out, where it was that.</param>
    /// <param name="cause">What the HTTP stack said.</param>
    internal static SFVideoException NoAnswer(ServiceOperation operation, bool wasSent, TimeSpan? timeout, Exception cause)
    {
        var why = timeout is { } t
            ? string.Format(CultureInfo.InvariantCulture, "no answer within {0:0.###} s", t.TotalSeconds)
            : Innermost(cause);
        SFVideoException error = (operation, wasSent) switch
        {
            (ServiceOperation.Submit, true) => new SFVideoUnknownOutcomeException($"The submit was sent, but no answer came ({why}); nobody can know whether the job was created.", cause),
            (_, false) => new SFVideoConnectionException($"The service could not be reached ({why}).", cause) { MayRepeat = true },
            _ => new SFVideoConnectionException($"The connection to the service failed ({why}).", cause) { MayRepeat = true },
        };
        error.Operation = operation.ToString();
        return error;
    }

    /// <summary>The cause in the words that say most: HTTP stacks wrap "connection refused" several times.</summary>
    internal static string Innermost(Exception cause) => cause.GetBaseException().Message.TrimEnd('.');

    internal static string Trace(string? traceId) => traceId is null ? "" : $"; trace id {traceId}";

    /// <summary>The answer in short: status, text, trace id.</summary>
    private static string Says(ServiceAnswer answer, ApiKey key, string whenEmpty)
    {
        var text = answer.Message(key);
        return $"HTTP {answer.StatusCode}{(text.Length > 0 ? ": " + text : whenEmpty)}{Trace(answer.TraceId)}";
    }

    private static SFVideoServiceUnavailableException Unavailable(string says, ServiceAnswer answer) =>
        new($"The service is not available ({says}).") { MayRepeat = true, RetryAfter = answer.RetryAfter };

    private static SFVideoException Describe(SFVideoException error, ServiceOperation operation, ServiceAnswer answer)
    {
        error.Operation = operation.ToString();
        error.StatusCode = answer.StatusCode;
        error.ServiceCode = answer.ServiceCode;
        error.TraceId = answer.TraceId;
        return error;
    }
}
