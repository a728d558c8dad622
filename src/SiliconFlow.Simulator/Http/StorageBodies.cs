namespace SiliconFlow.Simulator;

/// <summary>The error bodies of the object storage that the links lead to.</summary>
internal static class StorageBodies
{
    private const string Start = """<?xml version="1.0" encoding="UTF-8"?><Error><Code>""";
    private const string Middle = "</Code><Message>";
    private const string End = "</Message></Error>";

    public const string Expired = Start + "AccessDenied" + Middle + "Request has expired" + End;
    public const string NoSuchKey = Start + "NoSuchKey" + Middle + "The specified key does not exist." + End;
    public const string InvalidRange = Start + "InvalidRange" + Middle + "The requested range is not satisfiable" + End;

    public const string BadSignature =
        Start + "SignatureDoesNotMatch" + Middle + "The request signature we calculated does not match the signature you provided." + End;

    private const string SlowDown = Start + "SlowDown" + Middle + "Please reduce your request rate." + End;

    /// <summary>What the storage says with a status, for faults that name a status and no body.</summary>
    public static string For(int status) => status switch
    {
        403 => Expired,
        404 => NoSuchKey,
        416 => InvalidRange,
        503 => SlowDown,
        _ => "",
    };
}
