namespace SiliconFlow.Simulator;

/// <summary>Refuses rules that could not do what they say, so that a slip in a plan does not pass as a test that found nothing.</summary>
internal static class FaultRuleCheck
{
    private const int Submit = 1, Status = 2, Models = 4, Download = 8, Api = Submit | Status | Models, Any = Api | Download;

    /// <summary>What is wrong with a rule, or null.</summary>
    public static string? Complaint(FaultRule rule) =>
        Matching(rule) ?? Pairing(rule) ?? Members(rule) ?? Values(rule) ?? HeaderCheck.Complaint(rule);

    private static string? Matching(FaultRule rule) => rule switch
    {
        { Operation: Operation.Other } => "no fault applies to operation \"other\".",
        { Occurrences: not null, Share: not null } => "give occurrences or share, not both.",
        { Share: not (null or (>= 0 and <= 1)) } => "share lies between 0 and 1.",
        { Operation: Operation.Submit, RequestId: not null } => "a submit has no requestId to match; match its prompt.",
        { Operation: Operation.Submit, JobState: not null } => "a submit has no jobState to match.",
        { Operation: Operation.Models, NeedsBody: true } => "the models call concerns no job, so it cannot be matched by one.",
        { Fault: FaultKind.DropBeforeReading, NeedsBody: true } =>
            "dropBeforeReading does not read the body, so it cannot match by prompt, requestId, jobState or perJob.",
        _ => null,
    };

    private static string? Pairing(FaultRule rule) => (OperationsOf(rule.Fault) & Bit(rule.Operation)) != 0
        ? null
        : $"{Name(rule.Fault)} does not apply to operation \"{Name(rule.Operation)}\".";

    private static string? Members(FaultRule rule)
    {
        var allowed = MembersOf(rule.Fault);
        var stray = Given(rule).Where(member => member.Given && !allowed.Contains(member.Name)).Select(member => member.Name).FirstOrDefault();
        return stray is null ? null : $"{stray} means nothing to {Name(rule.Fault)}.";
    }

    private static string? Values(FaultRule rule) => rule switch
    {
        { Fault: FaultKind.Slow, Delay: null, BytesPerSecond: null } => "slow needs delaySeconds or bytesPerSecond.",
        { Fault: FaultKind.Answer, Status: null } => "answer needs a status.",
        { Fault: FaultKind.Answer, Status: < 200 or > 599 } => "status lies between 200 and 599.",
        { Fault: FaultKind.Redirect, Location: null } => "redirect needs a location.",
        { Fault: FaultKind.Redirect, Status: not (null or 301 or 302 or 303 or 307 or 308) } => "a redirect has status 301, 302, 303, 307 or 308.",
        { Fault: FaultKind.WrongLength, LengthChange: null or 0 } => "wrongLength needs a lengthChange other than 0.",
        { Fault: FaultKind.StatusText, StatusText: null } => "statusText needs a statusText.",
        { Fault: FaultKind.ChangedHeaders, Headers: null } => "changedHeaders needs headers.",
        { TakesJob: true, Operation: not Operation.Submit } => "takesJob belongs to submits.",
        { AfterBytes: not null, AfterFraction: not null } => "give afterBytes or afterFraction, not both.",
        { AfterBytes: < 0 } => "afterBytes is not negative.",
        { AfterFraction: not (null or (>= 0 and <= 1)) } => "afterFraction lies between 0 and 1.",
        { BytesPerSecond: < 1 } => "bytesPerSecond is at least 1.",
        { Delay: { } delay } when delay < TimeSpan.Zero => "delaySeconds is not negative.",
        _ => null,
    };

    private static int OperationsOf(FaultKind kind) => kind switch
    {
        FaultKind.DropAfterTaking => Submit,
        FaultKind.Truncated or FaultKind.IgnoreRange or FaultKind.ChangedETag => Download,
        FaultKind.ExpiredLink => Status | Download,
        FaultKind.GenerationFailed => Submit | Status,
        FaultKind.StatusText or FaultKind.SucceedWithoutUrl => Status,
        _ => Any,
    };

    private static string[] MembersOf(FaultKind kind) => kind switch
    {
        FaultKind.Answer => [.. Timing, "status", "body", "contentType", "retryAfter", "headers", "takesJob"],
        FaultKind.Hang => ["takesJob"],
        FaultKind.DropBeforeReading or FaultKind.DropAfterTaking => [],
        FaultKind.DropMidBody or FaultKind.Truncated => [.. Timing, "afterBytes", "afterFraction"],
        FaultKind.WrongLength => [.. Timing, "lengthChange"],
        FaultKind.ChangedHeaders => [.. Timing, "headers"],
        FaultKind.GarbageJson => [.. Timing, "body", "contentType"],
        FaultKind.GenerationFailed => [.. Timing, "reason"],
        FaultKind.StatusText => [.. Timing, "statusText"],
        FaultKind.Redirect => [.. Timing, "status", "location", "takesJob"],
        _ => Timing,
    };

    private static readonly string[] Timing = ["delaySeconds", "bytesPerSecond"];

    private static IEnumerable<(string Name, bool Given)> Given(FaultRule rule) =>
    [
        ("delaySeconds", rule.Delay is not null),
        ("bytesPerSecond", rule.BytesPerSecond is not null),
        ("status", rule.Status is not null),
        ("body", rule.Body is not null),
        ("contentType", rule.ContentType is not null),
        ("retryAfter", rule.RetryAfter is not null),
        ("headers", rule.Headers is not null),
        ("takesJob", rule.TakesJob),
        ("afterBytes", rule.AfterBytes is not null),
        ("afterFraction", rule.AfterFraction is not null),
        ("lengthChange", rule.LengthChange is not null),
        ("reason", rule.Reason is not null),
        ("statusText", rule.StatusText is not null),
        ("location", rule.Location is not null),
    ];

    private static int Bit(Operation operation) => operation switch
    {
        Operation.Submit => Submit,
        Operation.Status => Status,
        Operation.Models => Models,
        _ => Download,
    };

    private static string Name<T>(T value)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
