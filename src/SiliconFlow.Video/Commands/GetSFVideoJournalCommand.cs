using System.Management.Automation;
using SiliconFlow.Video.Journaling;

namespace SiliconFlow.Video.Commands;

/// <summary>Shows what a journal holds: one SFVideo a row, to look at, to count, and to pipe onward. Reads only, also while a batch is at work.</summary>
[Cmdlet(VerbsCommon.Get, "SFVideoJournal")]
[OutputType(typeof(SFVideo))]
public sealed class GetSFVideoJournalCommand : PSCmdlet
{
    /// <summary>The journal.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName", "PSPath", "Journal")]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>Only the rows that stand like this.</summary>
    [Parameter]
    public SFVideoStatus[]? Status { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var path in Path)
        {
            try
            {
                Show(FileSystemPath.Resolve(SessionState, path, Messages.TheJournal));
            }
            catch (SFVideoException e)
            {
                WriteError(ErrorRecords.Create(e, path));
            }
        }
    }

    private void Show(string path)
    {
        var content = JournalReader.Read(path);
        if (content.TellTorn(path) is { } torn)
        {
            WriteVerbose(torn.ToString());
        }

        foreach (var row in content.State.Rows)
        {
            var video = content.State.ToVideo(row, path);
            if (Status is null || Status.Contains(video.Status))
            {
                WriteObject(video);
            }
        }
    }
}
