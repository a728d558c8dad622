using System.Management.Automation;
using SiliconFlow.Simulator;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Commands;

/// <summary>The main job under a service where one call in five goes wrong.</summary>
public sealed class FaultyPipelineTests
{
    private const int Rows = 200;

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
    public async Task Every_row_becomes_a_right_file_or_one_typed_error_and_no_row_is_billed_twice()
    {
        await using var session = await SimulatedSession.StartAsync();
        session.Hurry();
        session.Simulator.SetFaults(Faults);

        ScriptResult result = session.Run($"1..{Rows} | ForEach-Object {{ \"hen $_\" }} | New-SFVideo | Wait-SFVideo | Save-SFVideo -Destination videos");

        Assert.Null(result.Terminated);
        string[] saved = [.. result.Output.Select(file => file.Text("Prompt")!)];
        string[] failed = [.. result.Errors.Select(error => PSObject.AsPSObject(error.TargetObject).Text("Prompt")!)];
        Assert.Equal(Enumerable.Range(1, Rows).Select(i => $"hen {i}").Order(), saved.Concat(failed).Order());
        Assert.All(result.Errors, error => Assert.StartsWith("SiliconFlow.Video.SFVideo", error.Exception.GetType().FullName, StringComparison.Ordinal));
        Assert.Contains("GenerationFailed", result.Errors.Select(error => error.Id()));
        Assert.Contains("SubmitOutcomeUnknown", result.Errors.Select(error => error.Id()));

        Assert.Equal(session.Simulator.Bill.Count, session.Simulator.Bill.Select(entry => entry.Prompt).Distinct().Count());
        Assert.Equal(saved.Length, session.Folder.Files.Length);
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
