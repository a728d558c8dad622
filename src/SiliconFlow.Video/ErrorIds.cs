namespace SiliconFlow.Video;

/// <summary>The ids of all errors: part of the module's contract, since scripts match on them.</summary>
internal static class ErrorIds
{
    internal const string NotConnected = nameof(NotConnected);
    internal const string Unauthorized = nameof(Unauthorized);
    internal const string Forbidden = nameof(Forbidden);
    internal const string InsufficientBalance = nameof(InsufficientBalance);
    internal const string EndpointNotFound = nameof(EndpointNotFound);
    internal const string InvalidRequest = nameof(InvalidRequest);
    internal const string PromptFileUnreadable = nameof(PromptFileUnreadable);
    internal const string RateLimited = nameof(RateLimited);
    internal const string ServiceUnavailable = nameof(ServiceUnavailable);
    internal const string ConnectionFailed = nameof(ConnectionFailed);
    internal const string SubmitOutcomeUnknown = nameof(SubmitOutcomeUnknown);
    internal const string UnexpectedResponse = nameof(UnexpectedResponse);
    internal const string GenerationFailed = nameof(GenerationFailed);
    internal const string WaitTimeout = nameof(WaitTimeout);
    internal const string VideoNotReady = nameof(VideoNotReady);
    internal const string LinkExpired = nameof(LinkExpired);
    internal const string DownloadFailed = nameof(DownloadFailed);
    internal const string FileExists = nameof(FileExists);
    internal const string ExportFailed = nameof(ExportFailed);
    internal const string JournalLocked = nameof(JournalLocked);
    internal const string JournalUnreadable = nameof(JournalUnreadable);
    internal const string JournalWriteFailed = nameof(JournalWriteFailed);
}
