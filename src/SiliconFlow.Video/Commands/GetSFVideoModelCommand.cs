using System.Management.Automation;
using SiliconFlow.Video.Service;

namespace SiliconFlow.Video.Commands;

/// <summary>Lists the video models that the account may use, those that make a video from a prompt alone first. It costs nothing.</summary>
/// <remarks>The service keeps a list for each kind, and is asked for each (GET /models with type=video and sub_type). It says nothing of prices, limits and speed.</remarks>
[Cmdlet(VerbsCommon.Get, "SFVideoModel")]
[OutputType(typeof(SFVideoModel))]
public sealed class GetSFVideoModelCommand : ServiceCommand
{
    private readonly SortedDictionary<SFVideoModelKind, IReadOnlyList<SFVideoModel>> _lists = [];

    /// <summary>Only models with these names, in any letter case; * and ? and [ ] are wildcards. A name without them that is not listed is an error.</summary>
    [Parameter(Position = 0)]
    [Alias("Name")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ModelCompleter))]
    public string[] Id { get; set; } = ["*"];

    /// <summary>Only models of these kinds.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public SFVideoModelKind[] Kind { get; set; } = [SFVideoModelKind.TextToVideo, SFVideoModelKind.ImageToVideo];

    private protected override LocalText Activity => Messages.AskingForModels;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();

        // A pattern is read when it is first used: before anything is asked for.
        OrStop(() => Array.ForEach(Id, id => Matches(id, "")));
    }

    /// <summary>Asks for each kind.</summary>
    protected override void ProcessRecord()
    {
        TakeInput(null);
        var client = new ModelsClient(Connection!, Observer);
        foreach (var kind in Kind.Distinct())
        {
            Start(kind, LocalText.AsIs(kind.ToString()), client.ListAsync(kind, StopToken), models =>
            {
                Progress.Succeed();
                _lists.Add(kind, models);
            });
        }
    }

    /// <summary>Writes the models: at the end, so that they come in the same order every time.</summary>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        var listed = _lists.Values.SelectMany(models => models).ToList();
        foreach (var model in listed.Where(model => Id.Any(id => Matches(id, model.Id))))
        {
            WriteResult(model);
        }

        if (_lists.Count < Kind.Distinct().Count())
        {
            // What was not answered may hold the names that are missing.
            return;
        }

        foreach (var id in Id.Where(id => !WildcardPattern.ContainsWildcardCharacters(id) && !listed.Exists(model => Matches(id, model.Id))))
        {
            WriteError(ErrorRecords.Create(
                new SFVideoInvalidRequestException(Messages.ModelNotListed(Connection!.BaseUri, id)),
                id,
                action: Messages.ModelNotListedAction));
        }
    }

    private static bool Matches(string pattern, string id)
    {
        try
        {
            return WildcardPattern.Get(pattern, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant).IsMatch(id);
        }
        catch (WildcardPatternException e)
        {
            throw new SFVideoInvalidRequestException(Messages.ModelPatternInvalid(pattern, e.Message), e);
        }
    }
}
