using System.Management.Automation;

namespace SiliconFlow.Video.Commands;

/// <summary>Reads an SFVideo back from what it became in a file, a job or a remote session: an object with properties of the same names.</summary>
internal static class SFVideoBag
{
    /// <summary>The job that the properties describe; null where there is no request id. What cannot be read is left out: only the id is needed to ask again.</summary>
    internal static SFVideo? Read(PSObject bag)
    {
        var id = Text(bag, nameof(SFVideo.RequestId)) ?? Text(bag, "request_id");
        return id is null ? null : Read(bag, id.Trim());
    }

    /// <summary>The same of a journal's row, which may have no request id.</summary>
    internal static SFVideo ReadRow(PSObject bag) => Read(bag, (Text(bag, nameof(SFVideo.RequestId)) ?? "").Trim());

    private static SFVideo Read(PSObject bag, string id) =>
        new(id)
        {
            Name = Text(bag, nameof(SFVideo.Name)),
            Status = Value<SFVideoStatus>(bag, nameof(SFVideo.Status)) ?? SFVideoStatus.Unknown,
            Model = Text(bag, nameof(SFVideo.Model)),
            Prompt = Text(bag, nameof(SFVideo.Prompt)),
            NegativePrompt = Text(bag, nameof(SFVideo.NegativePrompt)),
            ImageSize = Text(bag, nameof(SFVideo.ImageSize)),
            Image = Text(bag, nameof(SFVideo.Image)),
            Seed = Value<long>(bag, nameof(SFVideo.Seed)),
            Url = Text(bag, nameof(SFVideo.Url)),
            LinkExpiresAt = Value<DateTime>(bag, nameof(SFVideo.LinkExpiresAt)),
            Reason = Text(bag, nameof(SFVideo.Reason)),
            Position = Value<int>(bag, nameof(SFVideo.Position)),
            InferenceTime = Value<double>(bag, nameof(SFVideo.InferenceTime)),
            SubmittedAt = Value<DateTime>(bag, nameof(SFVideo.SubmittedAt)),
            CompletedAt = Value<DateTime>(bag, nameof(SFVideo.CompletedAt)),
            TraceId = Text(bag, nameof(SFVideo.TraceId)),
            Journal = Text(bag, nameof(SFVideo.Journal)),
            BaseUri = Uri.TryCreate(Text(bag, nameof(SFVideo.BaseUri)), UriKind.Absolute, out var uri) ? uri : null,
        };

    private static string? Text(PSObject bag, string name) =>
        bag.Properties[name]?.Value?.ToString() is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    private static T? Value<T>(PSObject bag, string name)
        where T : struct =>
        Text(bag, name) is not null && LanguagePrimitives.TryConvertTo<T>(bag.Properties[name].Value, out var value) ? value : null;
}
