using System.Text.Json;

namespace SiliconFlow.Video.Service;

/// <summary>What a list of models tells.</summary>
internal static class ModelList
{
    /// <summary>Reads a list; null where the answer is none. Entries without a name are left out, and so are those whose name would drive a terminal.</summary>
    /// <param name="body">The answer.</param>
    /// <param name="kind">The kind that was asked for.</param>
    /// <param name="baseUri">The service's address.</param>
    /// <param name="key">Is taken out of all texts.</param>
    internal static IReadOnlyList<SFVideoModel>? Read(JsonElement? body, SFVideoModelKind kind, Uri baseUri, ApiKey key)
    {
        var data = body.Field("data");
        if (data is not { ValueKind: JsonValueKind.Array } && body.Field("object").Text() != "list")
        {
            return null;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        var models = new List<SFVideoModel>();
        foreach (JsonElement? entry in data.Items())
        {
            var id = entry.Field("id").Text()?.Trim();
            var owner = entry.Field("owned_by").Text();
            if (id is not null && !id.Any(char.IsControl) && seen.Add(id))
            {
                models.Add(new SFVideoModel(key.Scrub(id), kind) { OwnedBy = owner is null ? null : ServiceAnswer.OneLine(key.Scrub(owner)), BaseUri = baseUri });
            }
        }

        return models;
    }
}
