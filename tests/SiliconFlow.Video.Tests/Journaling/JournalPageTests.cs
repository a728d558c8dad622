using System.Text;
using System.Text.RegularExpressions;
using SiliconFlow.Simulator;
using SiliconFlow.Video.Journaling;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Journaling;

/// <summary>What docs/journal.md shows is so.</summary>
public sealed partial class JournalPageTests
{
    /// <summary>The bare engine has none of these.</summary>
    private const string StandIns = """
        function global:Import-Csv { $rows }
        function global:Group-Object { param($Property, [switch] $NoElement) $counts = [Collections.Generic.SortedDictionary[string, int]]::new(); foreach ($item in $input) { $counts["$($item.$Property)"]++ }; $counts.GetEnumerator() | ForEach-Object { "$($_.Key)=$($_.Value)" } }
        function global:Select-Object { param([string[]] $Property) foreach ($item in $input) { ($Property | ForEach-Object { $item.$_ }) -join '|' } }
        $PSDefaultParameterValues['Wait-SFVideo:PollIntervalSec'] = 0.1
        """;

    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "journal.md"));

    [Fact]
    public void The_records_are_records()
    {
        var blocks = Blocks("json");
        Assert.Equal(2, blocks.Length);
        var calm = JournalReader.Parse(Encoding.UTF8.GetBytes(blocks[0]), "calm").State;
        var row = Assert.Single(calm.Rows);
        Assert.Equal(JournalEvent.Saved, calm.StageOf(row));
        Assert.Equal(("cat", 1234567890L, 118.25), (calm.ToVideo(row, "").Name, calm.ToVideo(row, "").Seed, calm.ToVideo(row, "").InferenceTime));

        var bad = JournalReader.Parse(Encoding.UTF8.GetBytes(blocks[1]), "bad").State;
        Assert.Equal([JournalEvent.Rejected, JournalEvent.Unknown], bad.Rows.Select(bad.StageOf));
    }

    [Fact]
    public void The_records_are_written_as_they_are_shown() => Assert.All(
        Blocks("json").SelectMany(block => block.Split('\n', StringSplitOptions.RemoveEmptyEntries)),
        line => Assert.Equal(Sorted(line), Sorted(Encoding.UTF8.GetString(JournalJson.Write(JournalJson.Read(Encoding.UTF8.GetBytes(line)))).TrimEnd('\n'))));

    [Fact]
    public void Every_event_and_field_is_described()
    {
        Assert.All(Enum.GetNames<JournalEvent>(), step => Assert.Contains($"| `{char.ToLowerInvariant(step[0])}{step[1..]}` |", Page, StringComparison.Ordinal));
        Assert.All(
            typeof(JournalRecord).GetProperties().Select(property => property.Name == "Version" ? "v" : char.ToLowerInvariant(property.Name[0]) + property.Name[1..]),
            field => Assert.Matches($@"\n\|[^|\n]*`{field}`[^|\n]*\|", Page));
        Assert.All(
            new[] { SFVideoStatus.Submitted, SFVideoStatus.Failed, SFVideoStatus.Succeeded, SFVideoStatus.Saved, SFVideoStatus.Rejected, SFVideoStatus.OutcomeUnknown },
            status => Assert.Contains($"| {status} |", Page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_commands_do_what_is_said_of_them()
    {
        await using var session = await SimulatedSession.StartAsync();
        session.Simulator.SetFaults(new FaultRule { Operation = Operation.Submit, Fault = FaultKind.GenerationFailed, Prompt = "bad", Reason = "too dark", Occurrences = 1 });
        session.Run(StandIns + "\n$rows = 'good', 'bad' | ForEach-Object { [pscustomobject] @{ Prompt = $_; Name = $_ } }").ThrowOnError();
        var blocks = Blocks("powershell");
        Assert.Equal(6, blocks.Length);

        var first = session.Run(blocks[0]);
        Assert.Single(first.Output);
        Assert.Single(first.Errors);
        Assert.Equal(["Failed=1", "Saved=1"], session.Run(blocks[1]).ThrowOnError().Lines);
        session.Run("'later' | New-SFVideo -Journal run.jsonl").ThrowOnError();
        Assert.Single(session.Run(blocks[2]).ThrowOnError().Output);
        Assert.Equal(["bad|bad|too dark"], session.Run(blocks[3]).ThrowOnError().Lines);
        Assert.Equal([session.Folder["gallery.html"]], session.Run("function Invoke-Item { $input.FullName }\n" + blocks[4]).ThrowOnError().Lines);
        Assert.Equal(2, session.Run(blocks[5]).ThrowOnError().Output.Count);
        Assert.Equal(["Saved=3"], session.Run(blocks[1]).ThrowOnError().Lines);
        Assert.Equal(4, session.Simulator.Bill.Count);
    }

    private static string[] Blocks(string language) => [.. Fence().Matches(Page).Where(match => match.Groups[1].Value == language).Select(match => match.Groups[2].Value)];

    /// <summary>The fields of a line, whatever their order.</summary>
    private static string Sorted(string line)
    {
        using var json = System.Text.Json.JsonDocument.Parse(line);
        return string.Join("\n", json.RootElement.EnumerateObject().Select(field => $"{field.Name}={(field.Name == "at" ? field.Value.GetDateTimeOffset() : field.Value)}").Order(StringComparer.Ordinal));
    }

    [GeneratedRegex("^```(\\w+)\\n(.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fence();
}
