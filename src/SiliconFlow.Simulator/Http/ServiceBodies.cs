namespace SiliconFlow.Simulator;

/// <summary>The service's error bodies as they travel.</summary>
internal static class ServiceBodies
{
    public const string UnknownModel = """{"code":20012,"message":"Model does not exist. Please check it carefully.","data":null}""";
    public const string InvalidParameter = """{"code":20015,"message":"The parameter is invalid. Please check again.","data":null}""";
    public const string InvalidToken = "\"Invalid token\"";
    public const string WrongRegion = "\"Api key is invalid\"";
    public const string NoBalance = """{"code":30001,"message":"Sorry, your account balance is insufficient","data":null}""";
    public const string Forbidden = "\"Forbidden\"";
    public const string NotFound = "\"404 page not found\"";

    public const string RateLimited =
        """{"message":"Request was rejected due to rate limiting. If you want more, please contact contact@siliconflow.cn. """
        + """Details:TPM limit reached.","data":null}""";

    public const string Overloaded = """{"code":50505,"message":"Model service overloaded. Please try again later.","data":null}""";
    public const string GatewayTimeout = "\"upstream request timeout\"";

    /// <summary>What the service says with a status, for faults that name a status and no body.</summary>
    public static string For(int status) => status switch
    {
        400 => InvalidParameter,
        401 => InvalidToken,
        402 => NoBalance,
        403 => Forbidden,
        404 => NotFound,
        429 => RateLimited,
        503 => Overloaded,
        504 => GatewayTimeout,
        _ => "",
    };
}
