using SiliconFlow.Simulator;

namespace SiliconFlow.Video.CrashCampaign;

/// <summary>Holds a batch to its promises.</summary>
internal sealed class Referee(Scenario scenario, ServiceSimulator service, BatchFolder folder)
{
    /// <summary>The names of the rows whose submit was on its way at a kill.</summary>
    private readonly HashSet<string> _cutOff = new(StringComparer.Ordinal);

    /// <summary>Looks at what a killed run has left.</summary>
    /// <returns>What stood half done.</returns>
    public IReadOnlyList<string> CheckAfterKill()
    {
        CheckFiles();
        var journal = folder.Journal;
        var answered = journal.Where(line => line.Event is "submitted" or "rejected" or "unknown").Select(line => line.Submit).ToHashSet();
        var cutOff = journal.Where(line => line.Event == "intent" && !answered.Contains(line.Submit)).ToList();
        _cutOff.UnionWith(cutOff.Select(line => line.Name));
        var named = journal.Where(line => line.Event == "saved").Select(line => line.Path).ToHashSet();
        var saving = journal.Where(line => line.Event == "saving").Select(line => line.Path).Distinct().Where(path => !named.Contains(path)).ToList();
        return
        [
            .. cutOff.Count > 0 ? ["submit"] : Array.Empty<string>(),
            .. folder.Partials.Count > 0 ? ["download"] : Array.Empty<string>(),
            .. saving.Exists(path => !File.Exists(path)) ? ["before naming"] : Array.Empty<string>(),
            .. saving.Exists(File.Exists) ? ["after naming"] : Array.Empty<string>(),
        ];
    }

    /// <summary>Looks at the end of the batch.</summary>
    /// <param name="outcomes">What the last run wrote.</param>
    /// <param name="calm">What a calm run of the same rows wrote.</param>
    public void CheckEnd(IReadOnlyList<Outcome> outcomes, IReadOnlyList<Outcome> calm)
    {
        CheckOutcomes(outcomes, calm);
        CheckBill(outcomes);
        CheckIds(outcomes);
        CheckFiles();
        Demand(folder.Partials.Count == 0, $"partial files are left: {string.Join(", ", folder.Partials)}");
        var saved = outcomes.Where(outcome => outcome.Result == Outcome.Saved).ToList();
        Demand(saved.Select(file => file.Path).Order().SequenceEqual(folder.Videos.Order()), "the files that were told are not those that are there");
        foreach (var file in saved)
        {
            Demand(IsVideo(file.Path, file.RequestId), $"{file.Path} is not the video of {file.RequestId}");
        }
    }

    private static void Demand(bool holds, string complaint)
    {
        if (!holds)
        {
            throw new CampaignException(complaint);
        }
    }

    private void CheckOutcomes(IReadOnlyList<Outcome> outcomes, IReadOnlyList<Outcome> calm)
    {
        Demand(
            outcomes.Select(outcome => outcome.Name).Order().SequenceEqual(scenario.Rows.Select(row => row.Name).Order()),
            $"the rows and what came of them differ: {string.Join("; ", outcomes)}");
        foreach (var row in scenario.Rows)
        {
            var outcome = outcomes.Single(outcome => outcome.Name == row.Name);
            var expected = calm.Single(outcome => outcome.Name == row.Name);
            Demand(
                outcome.IsUnknown ? row.IsLost || _cutOff.Contains(row.Name) : outcome.Result == expected.Result,
                $"{row} came to {outcome}, and in a calm run to {expected}");
        }
    }

    private void CheckBill(IReadOnlyList<Outcome> outcomes)
    {
        var names = scenario.Rows.ToLookup(row => row.Prompt, row => row.Name);
        var known = folder.Journal.Where(line => line.Event == "submitted").Select(line => line.RequestId).ToHashSet();
        foreach (var paid in service.Bill.GroupBy(entry => entry.Prompt))
        {
            Demand(paid.Count() <= names[paid.Key].Count(), $"'{paid.Key}' was paid {paid.Count()} times");
            var lost = paid.Count(entry => !known.Contains(entry.RequestId));
            var unknown = outcomes.Count(outcome => outcome.IsUnknown && names[paid.Key].Contains(outcome.Name));
            Demand(lost <= unknown, $"{lost} jobs of '{paid.Key}' are in no journal, and {unknown} rows are said to be unknown");
        }
    }

    private void CheckIds(IReadOnlyList<Outcome> outcomes)
    {
        var submitted = folder.Journal.Where(line => line.Event == "submitted").ToList();
        Demand(submitted.DistinctBy(line => line.Submit).Count() == submitted.Count, "a submit got two ids");
        foreach (var id in submitted.Select(line => line.RequestId))
        {
            Demand(service.Bill.Any(entry => entry.RequestId == id), $"the journal made up {id}");
            Demand(outcomes.Count(outcome => outcome.RequestId == id) == 1, $"{id} was lost");
        }
    }

    /// <summary>A file at its final name is whole, at every moment.</summary>
    private void CheckFiles()
    {
        var saving = folder.Journal.Where(line => line.Event == "saving").ToLookup(line => line.Path, line => line.RequestId);
        foreach (var path in folder.Videos)
        {
            Demand(saving[path].Distinct().Count() == 1, $"the journal does not know the one job of {path}");
            Demand(IsVideo(path, saving[path].First()), $"{path} is not whole");
        }
    }

    private bool IsVideo(string path, string id)
    {
        using var video = service.OpenVideo(id);
        var content = new byte[video.Length];
        video.ReadExactly(content);
        return File.ReadAllBytes(path).AsSpan().SequenceEqual(content);
    }
}
