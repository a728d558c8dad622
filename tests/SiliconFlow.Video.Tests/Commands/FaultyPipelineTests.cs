using System.Management.Automation;
using SiliconFlow.Simulator;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Commands;

/// <summary>The main job under a service where one call in five goes wrong.</summary>
public sealed class FaultyPipelineTests
{
    private const int Rows = 1000;

    private static readonly FaultRule[] Faults =
    [
        Rule(Operation.Submit, FaultKind.Answer, 0.05) with { Status = 503, RetryAfter = "0" },
        Rule(Operation.Submit, FaultKind.Answer, 0.05) with { Status = 429, RetryAfter = "0" },
        Rule(Operation.Submit, FaultKind.DropAfterTaking, 0.05),
        Rule(Operation.Submit, FaultKind.GenerationFailed, 0.05) with { Reason = "bad luck" },
        Rule(Operation.Status, FaultKind.Answer, 0.05) with { Status = 500 },
        Rule(Operation.Status, FaultKind.GarbageJson, 0.05),
        Rule(Operation.Status, FaultKind.SucceedWithoutUrl, 0.05),
        Rule(Operation.Status, FaultKind.StatusText, 0.05) with { StatusText = "Simmering" },
        Rule(Operation.Download, FaultKind.DropMidBody, 0.05),
        Rule(Operation.Download, FaultKind.Truncated, 0.05),
        Rule(Operation.Download, FaultKind.ExpiredLink, 0.05),
        Rule(Operation.Download, FaultKind.Answer, 0.05) with { Status = 502 },
    ];

    [Fact]
    public async Task Every_row_becomes_a_right_file_or_one_typed_error_and_each_is_billed_once()
    {
        await using var session = await SimulatedSession.StartAsync();
        session.Hurry();
        session.Simulator.SetFaults(Faults);

        ScriptResult result = session.Run(Line("New-SFVideo"));

        Assert.Null(result.Terminated);
        string[] saved = [.. result.Output.Select(file => file.Text("Prompt")!)];
        string[] failed = [.. result.Errors.Select(error => PSObject.AsPSObject(error.TargetObject).Text("Prompt")!)];
        Assert.Equal(Prompts, saved.Concat(failed).Order());
        Assert.All(result.Errors, error => Assert.StartsWith("SiliconFlow.Video.SFVideo", error.Exception.GetType().FullName, StringComparison.Ordinal));
        Assert.Contains("GenerationFailed", result.Errors.Select(error => error.Id()));
        Assert.Contains("SubmitOutcomeUnknown", result.Errors.Select(error => error.Id()));
        Assert.Equal(Prompts, session.Simulator.Bill.Select(entry => entry.Prompt).Order());
        Assert.Equal(saved.Length, session.Folder.Files.Length);
        await AssertRightAsync(session, result);
    }

    [Fact]
    public async Task With_a_journal_a_calm_second_run_makes_a_file_of_all_but_what_failed_or_is_unknown_and_pays_nothing()
    {
        await using var session = await SimulatedSession.StartAsync();
        session.Hurry();
        session.Simulator.SetFaults(Faults);

        ScriptResult first = session.Run(Line("New-SFVideo -Journal run.jsonl"));
        session.Simulator.SetFaults();
        ScriptResult second = session.Run(Line("New-SFVideo -Journal run.jsonl"));

        Assert.Null(first.Terminated);
        Assert.Equal(Prompts, session.Simulator.Bill.Select(entry => entry.Prompt).Order());
        Assert.All(second.Errors, error => Assert.Contains(error.Id(), new[] { "GenerationFailed", "SubmitOutcomeUnknown" }));
        Assert.Equal(first.Errors.Count(error => error.Id() is "GenerationFailed" or "SubmitOutcomeUnknown"), second.Errors.Count);
        Assert.Equal(Rows - second.Errors.Count, second.Output.Count);
        await AssertRightAsync(session, second);
    }

    private static IEnumerable<string> Prompts => Enumerable.Range(1, Rows).Select(i => $"hen {i}").Order();

    private static string Line(string submit) => $"1..{Rows} | ForEach-Object {{ \"hen $_\" }} | {submit} | Wait-SFVideo | Save-SFVideo -Destination videos";

    private static async Task AssertRightAsync(SimulatedSession session, ScriptResult result)
    {
        foreach (PSObject file in result.Output)
        {
            await using Stream made = session.Simulator.OpenVideo(file.Text("RequestId")!);
            using var expected = new MemoryStream();
            await made.CopyToAsync(expected);
            Assert.Equal(expected.ToArray(), await File.ReadAllBytesAsync(file.Text("FullName")!));
        }
    }

    private static FaultRule Rule(Operation operation, FaultKind fault, double share) => new() { Operation = operation, Fault = fault, Share = share };
}
