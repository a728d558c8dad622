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
        var says = Says(answer, key, whenEmpty: Messages.AnswerWithoutText);
        SFVideoException error = answer.StatusCode switch
        {
            401 => new SFVideoAuthenticationException(ErrorIds.Unauthorized, Messages.KeyRefused(says)),
            402 => new SFVideoPermissionException(ErrorIds.InsufficientBalance, Messages.BalanceInsufficient(says)),
            403 when answer.ServiceCode == BalanceInsufficient =>
                new SFVideoPermissionException(ErrorIds.InsufficientBalance, Messages.BalanceInsufficient(says)),
            403 => new SFVideoPermissionException(ErrorIds.Forbidden, Messages.NotAllowed(says)),
            404 or 405 => new SFVideoNotFoundException(Messages.NoSuchService(says)),
            407 => new SFVideoConnectionException(Messages.ProxyWantsCredentials(says)),
            429 => new SFVideoRateLimitException(Messages.RateLimitReached(says)) { MayRepeat = true, RetryAfter = answer.RetryAfter },
            503 when operation != ServiceOperation.Submit || answer.IsServiceError => Unavailable(says, answer),
            408 or >= 500 when operation == ServiceOperation.Submit => new SFVideoUnknownOutcomeException(Messages.SubmitUnusable(says)),
            408 or >= 500 => Unavailable(says, answer),
            >= 400 => new SFVideoInvalidRequestException(Messages.RequestRefused(says)),
            >= 300 => new SFVideoNotFoundException(
                Messages.Redirected(key.Scrub(answer.Location?.ToString() ?? ""), says)),
            _ => new SFVideoProtocolException(Messages.AnswerSenseless(says)),
        };
        return Describe(error, operation, answer);
    }

    /// <summary>The error for a success whose body is not what the call answers.</summary>
    internal static SFVideoException Nonsense(ServiceOperation operation, ServiceAnswer answer, LocalText fault, ApiKey key)
    {
        var says = Says(answer, key, whenEmpty: Messages.AnswerWithEmptyBody);
        SFVideoException error = operation switch
        {
            ServiceOperation.Submit when !answer.IsServiceError =>
                new SFVideoUnknownOutcomeException(Messages.SubmitAnswerUnusable(fault, says), answer.Cut),
            not ServiceOperation.Submit when answer.Cut is { } cut and not InvalidDataException =>
                new SFVideoConnectionException(Messages.AnswerBrokeOff(Innermost(cut), Trace(answer.TraceId)), cut) { MayRepeat = true },
            _ => new SFVideoProtocolException(Messages.AnswerUnusable(fault, says), answer.Cut) { MayRepeat = operation != ServiceOperation.Submit },
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
        var why = timeout is { } t ? Messages.NoAnswerWithin(t.TotalSeconds) : Innermost(cause);
        SFVideoException error = (operation, wasSent) switch
        {
            (ServiceOperation.Submit, true) => new SFVideoUnknownOutcomeException(Messages.SubmitUnanswered(why), cause),
            (_, false) => new SFVideoConnectionException(Messages.Unreachable(why), cause) { MayRepeat = true },
            _ => new SFVideoConnectionException(Messages.ConnectionFailed(why), cause) { MayRepeat = true },
        };
        error.Operation = operation.ToString();
        return error;
    }

    /// <summary>The cause in the words that say most, the module's own or else the innermost: HTTP stacks wrap "connection refused" several times.</summary>
    internal static LocalText Innermost(Exception cause) =>
        cause is ITold told ? told.Text
        : cause.InnerException is { } inner ? Innermost(inner)
        : LocalText.AsIs(cause.Message.TrimEnd('.'));

    internal static LocalText Trace(string? traceId) => traceId is null ? LocalText.AsIs("") : Messages.TraceSuffix(traceId);

    /// <summary>The answer in short: status, text, trace id.</summary>
    private static LocalText Says(ServiceAnswer answer, ApiKey key, Func<int, LocalText, LocalText> whenEmpty)
    {
        var text = answer.Message(key);
        var trace = Trace(answer.TraceId);
        return text.Length > 0 ? Messages.Answer(answer.StatusCode, text, trace) : whenEmpty(answer.StatusCode, trace);
    }

    private static SFVideoServiceUnavailableException Unavailable(LocalText says, ServiceAnswer answer) =>
        new(Messages.Unavailable(says)) { MayRepeat = true, RetryAfter = answer.RetryAfter };

    private static SFVideoException Describe(SFVideoException error, ServiceOperation operation, ServiceAnswer answer)
    {
        error.Operation = operation.ToString();
        error.StatusCode = answer.StatusCode;
        error.ServiceCode = answer.ServiceCode;
        error.TraceId = answer.TraceId;
        return error;
    }
}
