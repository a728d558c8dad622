namespace SiliconFlow.Video;

/// <summary>A video model that the service lists for the account. Of the many things one would like to know of a model (price, limits, speed) the service tells none.</summary>
public sealed record SFVideoModel
{
    internal SFVideoModel(string id, SFVideoModelKind kind)
    {
        Id = id;
        Kind = kind;
    }

    /// <summary>The model's name as the service knows it, for example <c>Wan-AI/Wan2.2-T2V-A14B</c>.</summary>
    public string Id { get; }

    /// <summary>The name again, as New-SFVideo takes it from the pipeline: any model that is listed can be asked, also one that -Model does not know yet.</summary>
    public string CustomModel => Id;

    /// <summary>What the model makes a video from. One that the service lists under both kinds is told once for each.</summary>
    public SFVideoModelKind Kind { get; }

    /// <summary>Who owns the model, where the service says so; in all answers seen it is empty.</summary>
    public string? OwnedBy { get; internal init; }

    /// <summary>The address of the service that lists the model. Regions offer different ones.</summary>
    public Uri? BaseUri { get; internal init; }

    /// <summary>The name.</summary>
    public override string ToString() => Id;
}
