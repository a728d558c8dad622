using System.Collections;
using System.Management.Automation;
using SiliconFlow.Video.Requests;
using SiliconFlow.Video.Service;

namespace SiliconFlow.Video.Commands;

/// <summary>Offers the models that this version knows, and those that the account lists.</summary>
internal sealed class ModelCompleter : ValueCompleter
{
    private static readonly (string Id, SFVideoModelKind Kind)[] Known =
        [(VideoModels.TextToVideo, SFVideoModelKind.TextToVideo), (VideoModels.ImageToVideo, SFVideoModelKind.ImageToVideo)];

    private protected override IEnumerable<CompletionResult> Complete(CompletionWord word, IDictionary bound) =>
        from model in Known.Concat(Listed(bound).Select(model => (model.Id, model.Kind)))
        where Fits(model.Id, word.Text) || Fits(model.Id.Substring(model.Id.LastIndexOf('/') + 1), word.Text)
        group model.Kind by model.Id into kinds
        select Value(word, kinds.Key, kinds.Key, string.Join(", ", kinds.Distinct()));

    private static bool Fits(string name, string typed) => name.StartsWith(typed, StringComparison.OrdinalIgnoreCase);

    private static IReadOnlyList<SFVideoModel> Listed(IDictionary bound)
    {
        try
        {
            var given = bound["Connection"] is PSObject wrapped ? wrapped.BaseObject : bound["Connection"];
            return ListedModels.Of(given as SFVideoConnection ?? SessionConnection.Current.Get(Session));
        }
        catch (SFVideoException)
        {
            // Not connected: the known ones are offered alone.
            return [];
        }
    }
}
