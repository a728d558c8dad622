namespace SiliconFlow.Video;

/// <summary>The base of all errors of this module. There is one kind for each thing that a caller can do about it.</summary>
public abstract class SFVideoException : Exception, ITold
{
    private protected SFVideoException(string errorId, LocalText text, Exception? innerException)
        : base(null, innerException)
    {
        ErrorId = errorId;
        Text = text;
    }

    /// <summary>What happened, in the language of the thread that reads it.</summary>
    public override string Message => Text.ToString();

    /// <summary>The error's id, as the error table of the module names it: the first part of an error record's FullyQualifiedErrorId.</summary>
    public string ErrorId { get; }

    /// <summary>The service's trace id (header <c>x-siliconcloud-trace-id</c>), where there was an answer that carried one.</summary>
    public string? TraceId { get; internal set; }

    /// <summary>The id of the job that the error is about, where it has one.</summary>
    public string? RequestId { get; internal set; }

    /// <summary>What was being done: <c>Connect</c>, <c>Submit</c>, <c>Status</c>, <c>Models</c>, <c>Download</c> or <c>Export</c>.</summary>
    public string? Operation { get; internal set; }

    /// <summary>The HTTP status code of the answer (100 to 599), where there was one.</summary>
    public int? StatusCode { get; internal set; }

    /// <summary>The service's own error code from the body of the answer, for example 20012, where there was one.</summary>
    public int? ServiceCode { get; internal set; }

    /// <summary>What happened, in any language.</summary>
    internal LocalText Text { get; }

    LocalText ITold.Text => Text;

    /// <summary>True when the same call may be made again without harm and may then succeed.</summary>
    internal bool MayRepeat { get; init; }

    /// <summary>True where the work had come on a good deal before it failed, and goes on from there when it is repeated.</summary>
    internal bool HasAdvanced { get; set; }

    /// <summary>How long the service asked callers to stay away, where it did.</summary>
    internal TimeSpan? RetryAfter { get; init; }
}
