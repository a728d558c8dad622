using SiliconFlow.Simulator;

namespace SiliconFlow.Video.Tests.Service;

/// <summary>One answer of the service, or of a gateway, and what each call has to make of it.</summary>
/// <param name="Fault">The answer; its operation is set when it is used.</param>
/// <param name="Submit">The error of a submit.</param>
/// <param name="Status">The error of a status call.</param>
/// <param name="ServiceCode">The service's own code, where the answer carries one.</param>
/// <param name="StatusCode">The HTTP status.</param>
/// <param name="Says">What the message has to show of the answer.</param>
internal sealed record AnswerCase(FaultRule Fault, ExpectedError Submit, ExpectedError Status, int StatusCode, int? ServiceCode = null, string Says = "")
{
    private const string Html = "<html><body><h1>503 Service Temporarily Unavailable</h1></body></html>";

    private static readonly ExpectedError Unknown = new(typeof(SFVideoUnknownOutcomeException), "SubmitOutcomeUnknown", false);
    private static readonly ExpectedError Unavailable = new(typeof(SFVideoServiceUnavailableException), "ServiceUnavailable", true);
    private static readonly ExpectedError Invalid = new(typeof(SFVideoInvalidRequestException), "InvalidRequest", false);
    private static readonly ExpectedError Unauthorized = new(typeof(SFVideoAuthenticationException), "Unauthorized", false);
    private static readonly ExpectedError NoBalance = new(typeof(SFVideoPermissionException), "InsufficientBalance", false);
    private static readonly ExpectedError Forbidden = new(typeof(SFVideoPermissionException), "Forbidden", false);
    private static readonly ExpectedError WrongAddress = new(typeof(SFVideoNotFoundException), "EndpointNotFound", false);
    private static readonly ExpectedError RateLimited = new(typeof(SFVideoRateLimitException), "RateLimited", true);
    private static readonly ExpectedError ProxyRefuses = new(typeof(SFVideoConnectionException), "ConnectionFailed", false);
    private static readonly ExpectedError Nonsense = new(typeof(SFVideoProtocolException), "UnexpectedResponse", false);
    private static readonly ExpectedError PassingNonsense = Nonsense with { MayRepeat = true };

    /// <summary>Every kind of answer that the service's documents, its clients, or gateways are known for.</summary>
    public static IReadOnlyDictionary<string, AnswerCase> All { get; } = new Dictionary<string, AnswerCase>(StringComparer.Ordinal)
    {
        ["400 unknown model"] = Sample(400, "error-400-model", Invalid, 20012, "Model does not exist"),
        ["400 bad parameter"] = Sample(400, "error-400-parameter", Invalid, 20015, "The parameter is invalid"),
        ["400 without body"] = Of(400, "", Invalid),
        ["401"] = Sample(401, "error-401", Unauthorized, null, "Invalid token"),
        ["401 of the other region"] = Sample(401, "error-401-wrong-region", Unauthorized, null, "Api key is invalid"),
        ["402"] = Sample(402, "error-403-balance", NoBalance, 30001, "balance is insufficient"),
        ["403 for balance"] = Sample(403, "error-403-balance", NoBalance, 30001, "balance is insufficient"),
        ["403"] = Sample(403, "error-403", Forbidden, null, "Forbidden"),
        ["404"] = Sample(404, "error-404", WrongAddress, null, "404 page not found"),
        ["405"] = Of(405, "method not allowed", WrongAddress),
        ["407"] = Of(407, "who are you?", ProxyRefuses),
        ["408"] = Of(408, "too slow", Unknown, Unavailable),
        ["413"] = Of(413, "<html>413 Request Entity Too Large</html>", Invalid),
        ["422"] = Of(422, """{"code":20015,"message":"seed is out of range","data":null}""", Invalid, serviceCode: 20015),
        ["429"] = Sample(429, "error-429", RateLimited, null, "rate limiting"),
        ["429 in plain text"] = Of(429, "slow down", RateLimited),
        ["500"] = Of(500, """{"code":50000,"message":"internal error","data":null}""", Unknown, Unavailable, 50000),
        ["500 without body"] = Of(500, "", Unknown, Unavailable),
        ["501"] = Of(501, "not implemented", Unknown, Unavailable),
        ["502"] = Of(502, "<html>502 Bad Gateway</html>", Unknown, Unavailable),
        ["503 overloaded"] = Sample(503, "error-503-overloaded", Unavailable, 50505, "overloaded"),
        ["503 busy"] = Sample(503, "error-503-busy", Unavailable, 50508, "too busy"),
        ["503 in HTML"] = Of(503, Html, Unknown, Unavailable),
        ["503 in plain text"] = Of(503, "upstream connect error", Unknown, Unavailable),
        ["503 as a JSON text"] = Of(503, "\"no healthy upstream\"", Unknown, Unavailable),
        ["503 object without code"] = Of(503, """{"message":"no route"}""", Unknown, Unavailable),
        ["503 object without message"] = Of(503, """{"code":50505}""", Unknown, Unavailable, 50505),
        ["503 without body"] = Of(503, "", Unknown, Unavailable),
        ["504"] = Sample(504, "error-504", Unknown, null, "upstream request timeout", Unavailable),
        ["599"] = Of(599, "beyond all tables", Unknown, Unavailable),
        ["301"] = Redirect(301),
        ["302"] = Redirect(302),
        ["307"] = Redirect(307),
        ["308"] = Redirect(308),
        ["304"] = new(new FaultRule { Operation = Operation.Submit, Fault = FaultKind.Answer, Status = 304 }, WrongAddress, WrongAddress, 304),
        ["200 with an error"] = Of(200, """{"code":50501,"message":"something went wrong","data":null}""", Nonsense, PassingNonsense, 50501),
        ["200 with a code only"] = Of(200, """{"code":50501}""", Unknown, PassingNonsense, 50501),
        ["200 in HTML"] = Of(200, "<!doctype html><title>Welcome to the hotel</title>", Unknown, PassingNonsense),
        ["200 with broken JSON"] = Of(200, """{"requestId":"k6c86xim31""", Unknown, PassingNonsense),
        ["200 with JSON null"] = Of(200, "null", Unknown, PassingNonsense),
        ["200 with an array"] = Of(200, """[{"requestId":"a","status":"Succeed"}]""", Unknown, PassingNonsense),
        ["200 with blank fields"] = Of(200, """{"requestId":" ","status":""}""", Unknown, PassingNonsense),
        ["200 without body"] = Of(200, "", Unknown, PassingNonsense),
        ["204"] = new(new FaultRule { Operation = Operation.Submit, Fault = FaultKind.Answer, Status = 204 }, Unknown, PassingNonsense, 204),
        ["200 without end"] = new(Answer(200, new string(' ', 2 * 1024 * 1024) + """{"requestId":"a","status":"Succeed"}"""), Unknown, PassingNonsense, 200),
    };

    /// <summary>The names of the cases, for theories.</summary>
    public static TheoryData<string> Names => [.. All.Keys];

    private static FaultRule Answer(int status, string body) => new() { Operation = Operation.Submit, Fault = FaultKind.Answer, Status = status, Body = body };

    private static AnswerCase Of(int status, string body, ExpectedError submit, ExpectedError? statusCall = null, int? serviceCode = null) =>
        new(Answer(status, body), submit, statusCall ?? submit, status, serviceCode, body.Contains('{', StringComparison.Ordinal) ? "" : body.Trim('"'));

    private static AnswerCase Sample(int status, string sample, ExpectedError submit, int? serviceCode, string says, ExpectedError? statusCall = null) =>
        new(Answer(status, SampleBodies.Text(sample)), submit, statusCall ?? submit, status, serviceCode, says);

    private static AnswerCase Redirect(int status) => new(
        new FaultRule { Operation = Operation.Submit, Fault = FaultKind.Redirect, Status = status, Location = "https://elsewhere.example/v1/video/submit" },
        WrongAddress,
        WrongAddress,
        status,
        Says: "https://elsewhere.example/v1/video/submit");
}
