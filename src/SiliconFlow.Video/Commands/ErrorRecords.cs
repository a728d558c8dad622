using System.Management.Automation;

namespace SiliconFlow.Video.Commands;

/// <summary>Makes error records: the module's error table as PowerShell shows it.</summary>
internal static class ErrorRecords
{
    private static readonly Dictionary<string, (ErrorCategory Category, LocalText Action)> Table = new(StringComparer.Ordinal)
    {
        [ErrorIds.NotConnected] = (ErrorCategory.AuthenticationError, Messages.NotConnectedAction),
        [ErrorIds.Unauthorized] = (ErrorCategory.AuthenticationError, Messages.UnauthorizedAction),
        [ErrorIds.Forbidden] = (ErrorCategory.PermissionDenied, Messages.ForbiddenAction),
        [ErrorIds.InsufficientBalance] = (ErrorCategory.QuotaExceeded, Messages.InsufficientBalanceAction),
        [ErrorIds.EndpointNotFound] = (ErrorCategory.ObjectNotFound, Messages.EndpointNotFoundAction),
        [ErrorIds.InvalidRequest] = (ErrorCategory.InvalidArgument, Messages.InvalidRequestAction),
        [ErrorIds.PromptFileUnreadable] = (ErrorCategory.InvalidData, Messages.PromptFileUnreadableAction),
        [ErrorIds.RateLimited] = (ErrorCategory.LimitsExceeded, Messages.RateLimitedAction),
        [ErrorIds.ServiceUnavailable] = (ErrorCategory.ResourceUnavailable, Messages.ServiceUnavailableAction),
        [ErrorIds.ConnectionFailed] = (ErrorCategory.ConnectionError, Messages.ConnectionFailedAction),
        [ErrorIds.SubmitOutcomeUnknown] = (ErrorCategory.OperationTimeout, Messages.SubmitOutcomeUnknownAction),
        [ErrorIds.UnexpectedResponse] = (ErrorCategory.ProtocolError, Messages.UnexpectedResponseAction),
        [ErrorIds.GenerationFailed] = (ErrorCategory.InvalidResult, Messages.GenerationFailedAction),
        [ErrorIds.WaitTimeout] = (ErrorCategory.OperationTimeout, Messages.WaitTimeoutAction),
        [ErrorIds.VideoNotReady] = (ErrorCategory.ResourceUnavailable, Messages.VideoNotReadyAction),
        [ErrorIds.LinkExpired] = (ErrorCategory.ResourceUnavailable, Messages.LinkExpiredAction),
        [ErrorIds.DownloadFailed] = (ErrorCategory.ResourceUnavailable, Messages.DownloadFailedAction),
        [ErrorIds.FileExists] = (ErrorCategory.ResourceExists, Messages.FileExistsAction),
        [ErrorIds.ExportFailed] = (ErrorCategory.WriteError, Messages.ExportFailedAction),
        [ErrorIds.JournalLocked] = (ErrorCategory.ResourceBusy, Messages.JournalLockedAction),
        [ErrorIds.JournalUnreadable] = (ErrorCategory.InvalidData, Messages.JournalUnreadableAction),
        [ErrorIds.JournalWriteFailed] = (ErrorCategory.WriteError, Messages.JournalWriteFailedAction),
    };

    /// <summary>The record for an error.</summary>
    /// <param name="error">The error.</param>
    /// <param name="target">What it is about: the request or the SFVideo.</param>
    /// <param name="subject">How people know the target; null where the message says it already.</param>
    /// <param name="action">What to do about it, where that is not what the table says.</param>
    internal static ErrorRecord Create(SFVideoException error, object? target, LocalText? subject = null, LocalText? action = null)
    {
        var (category, usual) = Table[error.ErrorId];
        return new ErrorRecord(error, error.ErrorId, category, target)
        {
            ErrorDetails = new ErrorDetails((subject is null ? error.Text : Messages.About(subject, error.Text)).ToString()) { RecommendedAction = (action ?? usual).ToString() },
        };
    }

    /// <summary>The record for an exception that the module did not foresee: it belongs to one row and must not take the others along.</summary>
    internal static ErrorRecord Unforeseen(Exception error, object? target) => new(error, "Unexpected", ErrorCategory.NotSpecified, target);
}
