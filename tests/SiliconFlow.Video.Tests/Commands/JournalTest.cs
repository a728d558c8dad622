using System.Management.Automation;
using System.Text;
using SiliconFlow.Simulator;
using SiliconFlow.Video.Journaling;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Commands;

/// <summary>A batch with a journal, run again and again against one service.</summary>
public abstract class JournalTest : IAsyncLifetime
{
    /// <summary>The line that users run.</summary>
    protected const string Line = "$rows | New-SFVideo -Journal run.jsonl | Wait-SFVideo -PollIntervalSec 0.1 | Save-SFVideo -Destination videos";

    /// <summary>The same, as far as the submits.</summary>
    protected const string Submit = "$rows | New-SFVideo -Journal run.jsonl";

    /// <summary>The same, as far as the waiting.</summary>
    protected const string SubmitAndWait = Submit + " | Wait-SFVideo -PollIntervalSec 0.1";

    /// <summary>Makes the drive J: of the folder $root; the bare engine has no New-PSDrive.</summary>
    protected const string MakeDrive =
        "$null = $ExecutionContext.SessionState.Drive.New([System.Management.Automation.PSDriveInfo]::new('J', $ExecutionContext.SessionState.Provider.GetOne('FileSystem'), $root, '', $null), 'global'); ";

    private SimulatedSession _session = null!;

    protected ServiceSimulator Service => _session.Simulator;

    private protected TemporaryFolder Folder => _session.Folder;

    private protected ModuleRunspace Session => _session.Session;

    protected string JournalPath => Folder["run.jsonl"];

    /// <summary>The prompts that were paid, sorted.</summary>
    protected string[] Paid => [.. Service.Bill.Select(entry => entry.Prompt).Order(StringComparer.Ordinal)];

    public async Task InitializeAsync() => _session = await SimulatedSession.StartAsync();

    public async Task DisposeAsync() => await _session.DisposeAsync();

    /// <summary>A row as Import-Csv makes it: all its cells are text.</summary>
    protected static PSObject Row(string prompt, string name = "", string image = "")
    {
        var row = new PSObject();
        row.Properties.Add(new PSNoteProperty("Prompt", prompt));
        row.Properties.Add(new PSNoteProperty("Name", name));
        row.Properties.Add(new PSNoteProperty("Image", image));
        return row;
    }

    /// <summary>Rows of these prompts.</summary>
    protected static PSObject[] Rows(params string[] prompts) => [.. prompts.Select(prompt => Row(prompt))];

    /// <summary>The one error of a script, which may have ended it.</summary>
    private protected static ErrorRecord Error(ScriptResult result) => result.Terminated?.ErrorRecord ?? Assert.Single(result.Errors);

    private protected static string Id(ErrorRecord error) => error.FullyQualifiedErrorId.Split(',')[0];

    private protected static string[] Texts(ScriptResult result, string property) =>
        [.. result.Output.Select(item => $"{item.Properties[property].Value}").Order(StringComparer.Ordinal)];

    /// <summary>What a user has of a run's files, whatever the order in which they were done.</summary>
    private protected static string[] Files(ScriptResult result) => [.. result.ThrowOnError().Output
        .Select(file => string.Join("|", ((string[])["FullName", "Length", "Sha256", "RequestId", "Name", "Prompt", "Seed"]).Select(property => $"{file.Properties[property].Value}")))
        .Order(StringComparer.Ordinal)];

    private protected ScriptResult Run(string script, params PSObject[] rows) => Session.Run(script, variables: new Dictionary<string, object?> { ["rows"] = rows });

    private protected RunningScript Start(string script, params PSObject[] rows) => Session.Start(script, variables: new Dictionary<string, object?> { ["rows"] = rows });

    protected int CallsOf(Operation operation) => Service.Calls.Count(call => call.Operation == operation);

    /// <summary>The journal's text, read while it may be open.</summary>
    protected string JournalText()
    {
        using var reader = new StreamReader(new FileStream(JournalPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private protected JournalRecord[] Records() =>
        [.. JournalText().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JournalJson.Read(Encoding.UTF8.GetBytes(line)))];

    private protected JournalEvent[] Events() => [.. Records().Select(record => record.Event)];

    private protected static void Refuse(ServiceSimulator service, int status, string? body = null, Occurrences? occurrences = null) =>
        service.SetFaults(new FaultRule { Operation = Operation.Submit, Fault = FaultKind.Answer, Status = status, Body = body, Occurrences = occurrences });
}
