using System.Management.Automation;

namespace SiliconFlow.Video.Commands;

/// <summary>Makes error records: the module's error table as PowerShell shows it.</summary>
internal static class ErrorRecords
{
    private static readonly Dictionary<string, (ErrorCategory Category, string Action)> Table = new(StringComparer.Ordinal)
    {
        [ErrorIds.NotConnected] = (ErrorCategory.AuthenticationError, "Run Connect-SFVideo with an API key, or set $env:SILICONFLOW_API_KEY."),
        [ErrorIds.Unauthorized] = (ErrorCategory.AuthenticationError, "Check the API key and the region: a key opens only the region it was made in (Connect-SFVideo -Region)."),
        [ErrorIds.Forbidden] = (ErrorCategory.PermissionDenied, "Check the account's rights (real-name check, model access) at the service's website."),
        [ErrorIds.InsufficientBalance] = (ErrorCategory.QuotaExceeded, "Top up the account, then run the rows that were not sent again."),
        [ErrorIds.EndpointNotFound] = (ErrorCategory.ObjectNotFound, "Check the base address (Connect-SFVideo -BaseUri, $env:SILICONFLOW_BASE_URL); it ends in /v1."),
        [ErrorIds.InvalidRequest] = (ErrorCategory.InvalidArgument, "Correct what the message names; asked in the same way again, it would be refused again. Nothing was charged."),
        [ErrorIds.RateLimited] = (ErrorCategory.LimitsExceeded, "Try again later or with a lower -ThrottleLimit. Nothing was charged."),
        [ErrorIds.ServiceUnavailable] = (ErrorCategory.ResourceUnavailable, "Try again later. Nothing was charged by this call."),
        [ErrorIds.ConnectionFailed] = (ErrorCategory.ConnectionError, "Check the network, the proxy and the base address, then try again. Nothing was charged by this call."),
        [ErrorIds.SubmitOutcomeUnknown] = (ErrorCategory.OperationTimeout, "The job may have been created and charged. Look it up in the account's usage by time and trace id before submitting the row again."),
        [ErrorIds.UnexpectedResponse] = (ErrorCategory.ProtocolError, "Check the base address and any proxy between; if they are right, report the trace id to the service."),
        [ErrorIds.GenerationFailed] = (ErrorCategory.InvalidResult, "Read the reason; change the prompt or the image, or submit it again."),
        [ErrorIds.WaitTimeout] = (ErrorCategory.OperationTimeout, "The job goes on: pipe the error's TargetObject to Wait-SFVideo again, with a longer -TimeoutSec."),
        [ErrorIds.VideoNotReady] = (ErrorCategory.ResourceUnavailable, "Pipe the job through Wait-SFVideo first."),
        [ErrorIds.LinkExpired] = (ErrorCategory.ResourceUnavailable, "The service gives no fresh link any more; save videos within ten minutes of their success."),
        [ErrorIds.DownloadFailed] = (ErrorCategory.ResourceUnavailable, "Pipe the error's TargetObject to Save-SFVideo again while the link is valid."),
        [ErrorIds.FileExists] = (ErrorCategory.ResourceExists, "Give -Force to replace the file, or another -FileName or -Destination."),
        [ErrorIds.JournalLocked] = (ErrorCategory.ResourceBusy, "Let the other batch end, or give another -Journal."),
        [ErrorIds.JournalUnreadable] = (ErrorCategory.InvalidData, "Mend the line that is named, or set the journal aside; without it every row would be paid again."),
        [ErrorIds.JournalWriteFailed] = (ErrorCategory.WriteError, "Make room or rights on the journal's disk, then run the same line again. Nothing is submitted that the journal does not hold."),
    };

    /// <summary>The record for an error.</summary>
    /// <param name="error">The error.</param>
    /// <param name="target">What it is about: the request or the SFVideo.</param>
    /// <param name="subject">How people know the target; null where the message says it already.</param>
    /// <param name="action">What to do about it, where that is not what the table says.</param>
    internal static ErrorRecord Create(SFVideoException error, object? target, string? subject = null, string? action = null)
    {
        var (category, usual) = Table[error.ErrorId];
        return new ErrorRecord(error, error.ErrorId, category, target)
        {
            ErrorDetails = new ErrorDetails(subject is null ? error.Message : $"{subject}: {error.Message}") { RecommendedAction = action ?? usual },
        };
    }

    /// <summary>The record for an exception that the module did not foresee: it belongs to one row and must not take the others along.</summary>
    internal static ErrorRecord Unforeseen(Exception error, object? target) => new(error, "Unexpected", ErrorCategory.NotSpecified, target);
}
