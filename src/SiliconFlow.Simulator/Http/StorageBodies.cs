namespace SiliconFlow.Simulator;

/// <summary>The error bodies of the object storage that the links lead to.</summary>
internal static class StorageBodies
{
    public const string Expired = """<?xml version="1.0" encoding="UTF-8"?><Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>""";

    public const string BadSignature =
        """<?xml version="1.0" encoding="UTF-8"?><Error><Code>SignatureDoesNotMatch</Code><Message>The request signature we calculated does not match the signature you provided.</Message></Error>""";

    public const string NoSuchKey = """<?xml version="1.0" encoding="UTF-8"?><Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message></Error>""";

    public const string InvalidRange =
        """<?xml version="1.0" encoding="UTF-8"?><Error><Code>InvalidRange</Code><Message>The requested range is not satisfiable</Message></Error>""";

    /// <summary>What the storage says with a status, for faults that name a status and no body.</summary>
    public static string For(int status) => status switch
    {
        403 => Expired,
        404 => NoSuchKey,
        416 => InvalidRange,
        503 => """<?xml version="1.0" encoding="UTF-8"?><Error><Code>SlowDown</Code><Message>Please reduce your request rate.</Message></Error>""",
        _ => "",
    };
}
