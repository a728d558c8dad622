using System.Runtime.CompilerServices;

namespace SiliconFlow.Video;

/// <summary>
/// All that people read of the module. Each member is a text of Messages.resx (English) and Messages.zh-Hans.resx (Simplified Chinese),
/// under its own name, with the arguments in the order of the placeholders; tests hold all three to each other.
/// </summary>
internal static class Messages
{
    // Pieces of others.
    internal static LocalText About(LocalText subject, LocalText text) => Of([subject, text]);
    internal static LocalText TraceSuffix(string traceId) => Of([traceId]);
    internal static LocalText Row(int number) => Of([number]);
    internal static LocalText RowNamed(int number, string name) => Of([number, name]);
    internal static LocalText RowOfFileNamed(string place, string name) => Of([place, name]);
    internal static LocalText NamelessRow => Of([]);
    internal static LocalText Request(string id) => Of([id]);
    internal static LocalText RequestNamed(string id, string name) => Of([id, name]);

    // Requests.
    internal static LocalText PromptMissing => Of([]);
    internal static LocalText HalfCharacter(LocalText what, int position) => Of([what, position]);
    internal static LocalText ThePrompt => Of([]);
    internal static LocalText TheNegativePrompt => Of([]);
    internal static LocalText TwoModels => Of([]);
    internal static LocalText ModelNeedsImage(string model) => Of([model]);
    internal static LocalText ModelTakesNoImage(string model, string other) => Of([model, other]);
    internal static LocalText ImageShrank(string path) => Of([path]);
    internal static LocalText ImageChanged(string path) => Of([path]);
    internal static LocalText ImageTooLarge(string path, long mebibytes) => Of([path, mebibytes]);
    internal static LocalText ImageUnknown(string path) => Of([path]);
    internal static LocalText ImageUnreadable(string path, string cause) => Of([path, cause]);
    internal static LocalText ImageLinkInvalid(string link) => Of([link]);
    internal static LocalText DataUriMalformed => Of([]);
    internal static LocalText DataUriUnknown => Of([]);
    internal static LocalText DataUriNotBase64 => Of([]);

    // Files of prompts.
    internal static LocalText ModelUnknown(string model, string one, string other) => Of([model, one, other]);
    internal static LocalText ImageSizeUnknown(string size, string one, string two, string three) => Of([size, one, two, three]);
    internal static LocalText PlaceInColumn(string place, string header) => Of([place, header]);
    internal static LocalText PromptIsNumber => Of([]);
    internal static LocalText SeedRounded(string seed) => Of([seed]);
    internal static LocalText FileIsWorkbook => Of([]);
    internal static LocalText FileHasNul(string encoding) => Of([encoding]);
    internal static LocalText FileHasZeros(int line) => Of([line]);
    internal static LocalText BytesAreNoCharacter(string bytes, string encoding) => Of([bytes, encoding]);
    internal static LocalText EncodingsMixed(int utf8, int other) => Of([utf8, other]);
    internal static LocalText EncodingUncertain => Of([]);
    internal static LocalText EncodingUnknown(string name, string names) => Of([name, names]);
    internal static LocalText CodePageUnknown(int page) => Of([page]);
    internal static LocalText FileIsEmpty => Of([]);
    internal static LocalText FileIsFolder => Of([]);
    internal static LocalText FileTooLarge(int mebibytes) => Of([mebibytes]);
    internal static LocalText NoPromptColumn(string headers) => Of([headers]);
    internal static LocalText NoPromptColumnButFullWidth(string headers) => Of([headers]);
    internal static LocalText ColumnsAlike(string one, string other) => Of([one, other]);
    internal static LocalText PropertiesAlike(string one, string other) => Of([one, other]);
    internal static LocalText CellWithoutHeader => Of([]);
    internal static LocalText CellsTooMany(int columns, string delimiter) => Of([columns, delimiter]);
    internal static LocalText CellsTooFew(int cells, int columns) => Of([cells, columns]);
    internal static LocalText QuoteUnclosed => Of([]);
    internal static LocalText TextAfterQuote => Of([]);
    internal static LocalText ObjectsNeeded => Of([]);
    internal static LocalText JsonInvalid(string fault) => Of([fault]);
    internal static LocalText RowNotObject => Of([]);
    internal static LocalText PropertyNameNotText => Of([]);
    internal static LocalText ValueHalfCharacter => Of([]);
    internal static LocalText ValueNotText => Of([]);
    internal static LocalText NoSuchFile(string path) => Of([path]);
    internal static LocalText TheFile => Of([]);
    internal static LocalText FileGivenAgain(string path) => Of([path]);
    internal static LocalText FileRead(string file, int rows, string encoding) => Of([file, rows, encoding]);
    internal static LocalText ColumnsLeftOut(string file, string columns) => Of([file, columns]);
    internal static LocalText RowsHeldBack(int rows, int good) => Of([rows, good]);

    // The connection.
    internal static LocalText KeyMissing(string variable) => Of([variable]);
    internal static LocalText KeyBlank => Of([]);
    internal static LocalText KeyMalformed => Of([]);
    internal static LocalText BaseAddressInvalid(string address) => Of([address]);
    internal static LocalText BaseAddressNotBare => Of([]);
    internal static LocalText BaseAddressNotSafe(Uri address) => Of([address]);
    internal static LocalText ProxyInvalid(Uri address) => Of([address]);
    internal static LocalText ProxyHasUserName => Of([]);

    // The service's answers.
    internal static LocalText Answer(int status, string text, LocalText trace) => Of([status, text, trace]);
    internal static LocalText AnswerWithoutText(int status, LocalText trace) => Of([status, trace]);
    internal static LocalText AnswerWithEmptyBody(int status, LocalText trace) => Of([status, trace]);
    internal static LocalText KeyRefused(LocalText answer) => Of([answer]);
    internal static LocalText BalanceInsufficient(LocalText answer) => Of([answer]);
    internal static LocalText NotAllowed(LocalText answer) => Of([answer]);
    internal static LocalText NoSuchService(LocalText answer) => Of([answer]);
    internal static LocalText ProxyWantsCredentials(LocalText answer) => Of([answer]);
    internal static LocalText RateLimitReached(LocalText answer) => Of([answer]);
    internal static LocalText Unavailable(LocalText answer) => Of([answer]);
    internal static LocalText RequestRefused(LocalText answer) => Of([answer]);
    internal static LocalText Redirected(string location, LocalText answer) => Of([location, answer]);
    internal static LocalText AnswerSenseless(LocalText answer) => Of([answer]);
    internal static LocalText AnswerUnusable(LocalText fault, LocalText answer) => Of([fault, answer]);
    internal static LocalText AnswerBrokeOff(LocalText cause, LocalText trace) => Of([cause, trace]);
    internal static LocalText AnswerTooLong => Of([]);
    internal static LocalText SubmitUnusable(LocalText answer) => Of([answer]);
    internal static LocalText SubmitAnswerUnusable(LocalText fault, LocalText answer) => Of([fault, answer]);
    internal static LocalText SubmitUnanswered(LocalText cause) => Of([cause]);
    internal static LocalText AnswerHasNoStatus => Of([]);
    internal static LocalText AnswerHasNoLink => Of([]);
    internal static LocalText AnswerHasNoRequestId => Of([]);
    internal static LocalText AnswerHasNoModels => Of([]);
    internal static LocalText NoAnswerWithin(double seconds) => Of([seconds]);
    internal static LocalText NoAnswerBeforeDeadline => Of([]);
    internal static LocalText Unreachable(LocalText cause) => Of([cause]);
    internal static LocalText ConnectionFailed(LocalText cause) => Of([cause]);
    internal static LocalText NotSentTwice => Of([]);

    // Jobs.
    internal static LocalText GenerationFailed(LocalText reason, LocalText trace) => Of([reason, trace]);
    internal static LocalText NoReason => Of([]);
    internal static LocalText NotFinishedWithin(double seconds, SFVideoStatus status, LocalText trace) => Of([seconds, status, trace]);
    internal static LocalText NotFinished(SFVideoStatus status, LocalText trace) => Of([status, trace]);

    // Links and downloads.
    internal static LocalText LinkNotSafe => Of([]);
    internal static LocalText LinkRefused(int status) => Of([status]);
    internal static LocalText LinkHostAnswered(string host, int status) => Of([host, status]);
    internal static LocalText LinkUnreadable(string host, LocalText cause) => Of([host, cause]);
    internal static LocalText NoAnswerInTime => Of([]);
    internal static LocalText LinksEnded(int fresh, LocalText cause) => Of([fresh, cause]);
    internal static LocalText HostSilent(double seconds) => Of([seconds]);
    internal static LocalText TransferBroke(LocalText cause) => Of([cause]);
    internal static LocalText BytesCame(long came, long whole) => Of([came, whole]);
    internal static LocalText NotTheVideo(LocalText fault) => Of([fault]);
    internal static LocalText NotAVideo => Of([]);
    internal static LocalText EmptyFile => Of([]);
    internal static LocalText VideoBreaksOff => Of([]);
    internal static LocalText VideoHasNoIndex => Of([]);
    internal static LocalText VideoHasNoContent => Of([]);

    // Files.
    internal static LocalText FileNameInvalid(string name) => Of([name]);
    internal static LocalText FileNameTokenUnknown(string name, string token, string tokens) => Of([name, token, tokens]);
    internal static LocalText FileExists(string path) => Of([path]);
    internal static LocalText FileUnreadable(string path, string cause) => Of([path, cause]);
    internal static LocalText FileUnwritable(string path, string cause) => Of([path, cause]);
    internal static LocalText FolderUnmakable(string path, string cause) => Of([path, cause]);
    internal static LocalText DiskTooFull(string folder, long needed, long free) => Of([folder, needed, free]);
    internal static LocalText DiskTooFullForAll(string folder, long needed, long free, long others) => Of([folder, needed, free, others]);
    internal static LocalText PathNotOfFiles(LocalText what, string path) => Of([what, path]);
    internal static LocalText PathUnusable(LocalText what, string path, string cause) => Of([what, path, cause]);
    internal static LocalText TheJournal => Of([]);
    internal static LocalText TheImage => Of([]);
    internal static LocalText TheDestination => Of([]);
    internal static LocalText TheGallery => Of([]);
    internal static LocalText TheVideo => Of([]);

    // Journals.
    internal static LocalText JournalInUse(string path) => Of([path]);
    internal static LocalText JournalInUseHere(string path) => Of([path]);
    internal static LocalText JournalUnwritable(string path, string cause) => Of([path, cause]);
    internal static LocalText JournalUnreadable(string path, string cause) => Of([path, cause]);
    internal static LocalText JournalLineUnreadable(int number, string path, LocalText fault) => Of([number, path, fault]);
    internal static LocalText JournalTorn(string path, long length) => Of([path, length]);
    internal static LocalText JournalGone(string path) => Of([path]);
    internal static LocalText NotARecord => Of([]);
    internal static LocalText RecordTooNew => Of([]);
    internal static LocalText RecordNamesNoRow => Of([]);
    internal static LocalText RecordNamesNoRequest => Of([]);
    internal static LocalText IdNotWritten(string id, LocalText cause) => Of([id, cause]);

    // Input of the cmdlets.
    internal static LocalText JobMissing => Of([]);
    internal static LocalText NotAJob(string type) => Of([type]);
    internal static LocalText TypeNotText(string type) => Of([type]);
    internal static LocalText SeedNotWhole(string seed) => Of([seed]);
    internal static LocalText RequestIdBlank => Of([]);
    internal static LocalText NoJob => Of([]);
    internal static LocalText NoJobAction => Of([]);
    internal static LocalText OtherAddress(string id, Uri made, Uri now) => Of([id, made, now]);
    internal static LocalText ModelNotListed(Uri address, string id) => Of([address, id]);
    internal static LocalText ModelNotListedAction => Of([]);
    internal static LocalText ModelPatternInvalid(string pattern, string cause) => Of([pattern, cause]);

    // Tool tips of the Tab key.
    internal static LocalText NameTokenTip => Of([]);
    internal static LocalText RequestIdTokenTip => Of([]);
    internal static LocalText SeedTokenTip => Of([]);
    internal static LocalText ModelTokenTip => Of([]);
    internal static LocalText IndexTokenTip => Of([]);

    // Batches.
    internal static LocalText SubmitAction(string model) => Of([model]);
    internal static LocalText SaveAction(string id) => Of([id]);
    internal static LocalText SentBefore => Of([]);
    internal static LocalText SentBeforeAction => Of([]);
    internal static LocalText IdNotWrittenAction => Of([]);
    internal static LocalText SubmittingEnded(int unsent, int rows) => Of([unsent, rows]);
    internal static LocalText BatchStopped(string journal) => Of([journal]);
    internal static LocalText RowLeftOver(int rows, int most) => Of([rows, most]);
    internal static LocalText RowsLeftOver(int rows, int most) => Of([rows, most]);
    internal static LocalText RowLeftForNextRun(int rows, int most) => Of([rows, most]);
    internal static LocalText RowsLeftForNextRun(int rows, int most) => Of([rows, most]);
    internal static LocalText RowWouldBePaid(int rows, int resumed, int unknown) => Of([rows, resumed, unknown]);
    internal static LocalText RowsWouldBePaid(int rows, int resumed, int unknown) => Of([rows, resumed, unknown]);

    // Galleries.
    internal static LocalText NotShowable(string type) => Of([type]);
    internal static LocalText GalleryAction(int videos) => Of([videos]);
    internal static LocalText GalleryIsFolder(string path, string example) => Of([path, example]);
    internal static LocalText GalleryUnwritable(string path, string cause) => Of([path, cause]);
    internal static LocalText GalleryExistsAction => Of([]);
    internal static LocalText JournalFilesNotShown(LocalText cause) => Of([cause]);

    // Progress.
    internal static LocalText SubmittingVideos => Of([]);
    internal static LocalText AskingForVideos => Of([]);
    internal static LocalText WaitingForVideos => Of([]);
    internal static LocalText SavingVideos => Of([]);
    internal static LocalText AskingForModels => Of([]);
    internal static LocalText ProgressCounts(int done, int failed, int pending) => Of([done, failed, pending]);
    internal static LocalText ProgressPace(double aMinute) => Of([aMinute]);
    internal static LocalText ProgressSize(double received, double expected) => Of([received, expected]);
    internal static LocalText ProgressSpeed(double megabytes) => Of([megabytes]);
    internal static LocalText Completed => Of([]);

    // Verbose lines.
    internal static LocalText Called(string method, string address, LocalText outcome, double milliseconds) => Of([method, address, outcome, milliseconds]);
    internal static LocalText CalledTraced(string method, string address, LocalText outcome, double milliseconds, string traceId) => Of([method, address, outcome, milliseconds, traceId]);
    internal static LocalText CallStopped => Of([]);
    internal static LocalText Retrying(string operation, int attempt, double seconds, LocalText cause) => Of([operation, attempt, seconds, cause]);
    internal static LocalText RetryingOf(string operation, int attempt, int most, double seconds, LocalText cause) => Of([operation, attempt, most, seconds, cause]);
    internal static LocalText Paused(double seconds) => Of([seconds]);
    internal static LocalText FullSpeed(int atOnce) => Of([atOnce]);
    internal static LocalText SlowedTo(int atOnce) => Of([atOnce]);
    internal static LocalText SlowedToSpaced(int atOnce, double seconds) => Of([atOnce, seconds]);

    // What to do about an error, by its id.
    internal static LocalText NotConnectedAction => Of([]);
    internal static LocalText UnauthorizedAction => Of([]);
    internal static LocalText ForbiddenAction => Of([]);
    internal static LocalText InsufficientBalanceAction => Of([]);
    internal static LocalText EndpointNotFoundAction => Of([]);
    internal static LocalText InvalidRequestAction => Of([]);
    internal static LocalText PromptFileUnreadableAction => Of([]);
    internal static LocalText RateLimitedAction => Of([]);
    internal static LocalText ServiceUnavailableAction => Of([]);
    internal static LocalText ConnectionFailedAction => Of([]);
    internal static LocalText SubmitOutcomeUnknownAction => Of([]);
    internal static LocalText UnexpectedResponseAction => Of([]);
    internal static LocalText GenerationFailedAction => Of([]);
    internal static LocalText WaitTimeoutAction => Of([]);
    internal static LocalText VideoNotReadyAction => Of([]);
    internal static LocalText LinkExpiredAction => Of([]);
    internal static LocalText DownloadFailedAction => Of([]);
    internal static LocalText FileExistsAction => Of([]);
    internal static LocalText ExportFailedAction => Of([]);
    internal static LocalText JournalLockedAction => Of([]);
    internal static LocalText JournalUnreadableAction => Of([]);
    internal static LocalText JournalWriteFailedAction => Of([]);

    private static LocalText Of(object[] arguments, [CallerMemberName] string name = "") => new(name, arguments);
}
