namespace SiliconFlow.Simulator;

/// <summary>Turns the right answer into what a fault makes of it.</summary>
internal static class FaultAnswers
{
    private const string BrokenJson = """{"requestId":"k6c86xim31""";

    /// <summary>The answer to send.</summary>
    /// <param name="call">The call, with the fault that strikes it.</param>
    /// <param name="right">The right answer; null where the fault kept the work from being done.</param>
    public static Answer Apply(Call call, Answer? right) => call.Rule switch
    {
        { Fault: FaultKind.Answer } rule => Other(call, rule),
        { Fault: FaultKind.Redirect } rule => new Answer { Status = rule.Status ?? 302 }.WithHeaders([new("Location", rule.Location)]),
        { Fault: FaultKind.GarbageJson } rule => Answer.Text(200, rule.Body ?? BrokenJson, rule.ContentType),
        { Fault: FaultKind.EmptyBody } => right!.With(ByteBody.Empty, right!.ContentType),
        { Fault: FaultKind.ChangedHeaders } rule => right!.WithHeaders(rule.Headers!),
        _ => right!,
    };

    private static Answer Other(Call call, FaultRule rule)
    {
        var status = rule.Status!.Value;
        var body = rule.Body ?? (call.Operation == Operation.Download ? StorageBodies.For(status) : ServiceBodies.For(status));
        var answer = Answer.Text(status, body, rule.ContentType);
        if (rule.RetryAfter is { } retryAfter)
        {
            answer = answer.WithHeaders([new("Retry-After", retryAfter)]);
        }

        return answer.WithHeaders(rule.Headers ?? new Dictionary<string, string?>());
    }
}
