using System.Management.Automation;
using SiliconFlow.Video.Journaling;

namespace SiliconFlow.Video.Commands;

/// <summary>Shows what a journal holds: one SFVideo a row, to look at, to count, and to pipe onward. Each has a property File besides: the full path of the video, where it was saved. Reads only, also while a batch is at work.</summary>
[Cmdlet(VerbsCommon.Get, "SFVideoJournal")]
[OutputType(typeof(SFVideo))]
public sealed class GetSFVideoJournalCommand : PSCmdlet
{
    private const string RowTypeName = "SiliconFlow.Video.SFVideo#Journal";

    /// <summary>The journal.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName", "PSPath", "Journal")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(JournalPathCompleter))]
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

        var recent = RecentJobs.Current;
        foreach (var row in content.State.Rows)
        {
            var video = content.State.ToVideo(row, path);
            if (Status is null || Status.Contains(video.Status))
            {
                recent.Add(video);
                WriteObject(Row(video, content.State.FileOf(row)));
            }
        }
    }

    /// <summary>The job with what only a journal knows of it, and a name of its own for the views. It stays an SFVideo.</summary>
    private static PSObject Row(SFVideo video, string? file)
    {
        var row = new PSObject(video);
        row.TypeNames.Insert(0, RowTypeName);
        row.Properties.Add(new PSNoteProperty("File", file));
        return row;
    }
}
