using System.Globalization;
using System.Management.Automation;
using SiliconFlow.Video.Galleries;

namespace SiliconFlow.Video.Commands;

/// <summary>Writes a page to look through a batch: one HTML file that plays the videos, shows prompts, seeds and failures, and finds, sorts and marks them.</summary>
/// <remarks>
/// The page needs no network and loads nothing but the videos themselves. It links to their files relative to its own place: keep it with them. It is written when
/// all input has come, as a whole or not at all, also where there is nothing to show; a pipeline that was stopped leaves none.
/// </remarks>
[Cmdlet(VerbsData.Export, "SFVideoGallery", DefaultParameterSetName = ByInput, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(FileInfo))]
public sealed class ExportSFVideoGalleryCommand : PSCmdlet
{
    private const string ByInput = "InputObject";
    private const string ByJournal = "Journal";

    private readonly GalleryItems _items = new();
    private readonly Dictionary<string, JournalFiles?> _journals = new(StringComparer.Ordinal);
    private string _path = "";

    /// <summary>The page's file, for example gallery.html. Its folder is made where it is not there.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>
    /// What is shown, in this order: saved files and jobs, also as they come from Import-Clixml, jobs and remote sessions; errors of this module, for the rows
    /// that they are about; and video files. A job of a journal is shown with the file that the journal knows. One that comes twice is shown once.
    /// </summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ByInput)]
    [AllowEmptyCollection]
    [AllowNull]
    public PSObject?[]? InputObject { get; set; }

    /// <summary>Shows all rows of these journals. Files that are gone are shown as missing.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByJournal)]
    [ArgumentCompleter(typeof(JournalPathCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Journal { get; set; } = [];

    /// <summary>The title of the page.</summary>
    [Parameter]
    public string? Title { get; set; }

    /// <summary>Replaces a file that is there. It is left alone until the new one is whole.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Also writes the page's file, for example to Invoke-Item.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Refuses a path that cannot be, before the commands in front of this one begin to work, and to pay.</summary>
    protected override void BeginProcessing() => OrStop(() =>
    {
        _path = FileSystemPath.Resolve(SessionState, Path, Messages.TheGallery);
        GalleryFile.Check(_path, Force);
    });

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var input in InputObject ?? [])
        {
            Add(input);
        }
    }

    /// <summary>Writes the page.</summary>
    protected override void EndProcessing() => OrStop(() =>
    {
        // Rows without a request id cannot be told from one another: a journal that is given twice is read once.
        foreach (var journal in Journal.Select(path => FileSystemPath.Resolve(SessionState, path, Messages.TheJournal)).Distinct(StringComparer.Ordinal))
        {
            ReadJournal(journal).Items.ToList().ForEach(_items.Add);
        }

        if (Stopping || !ShouldProcess(_path, Messages.GalleryAction(_items.All.Count).ToString()))
        {
            return;
        }

        var folder = System.IO.Path.GetDirectoryName(_path)!;
        GalleryFile.Write(_path, GalleryPage.Make(_items.All, Title, folder, CultureInfo.CurrentUICulture, DateTimeOffset.Now), Force);
        if (PassThru)
        {
            WriteObject(new FileInfo(_path));
        }
    });

    private void Add(PSObject? input)
    {
        if (input is null || (input.BaseObject is SFVideo wakeUp && PipelinePlace.IsWakeUp(wakeUp)))
        {
            return;
        }

        try
        {
            var item = GalleryInput.Read(input, path => FileSystemPath.Resolve(SessionState, path, Messages.TheVideo))
                ?? throw new SFVideoInvalidRequestException(Messages.NotShowable(input.TypeNames[0]));
            _items.Add(item.File is null && item.Video.Journal is { } journal && FindJournal(journal) is { } known
                ? new GalleryItem(item.Video, known.FileOf(item.Video.RequestId))
                : item);
        }
        catch (SFVideoException e)
        {
            WriteError(ErrorRecords.Create(e, input));
        }
    }

    /// <summary>The journal that a job came with. Without it the job is shown all the same, but not its file.</summary>
    private JournalFiles? FindJournal(string path)
    {
        if (!_journals.TryGetValue(path, out var journal))
        {
            try
            {
                journal = ReadJournal(path);
            }
            catch (SFVideoJournalException e)
            {
                WriteWarning(Messages.JournalFilesNotShown(e.Text).ToString());
            }

            _journals.Add(path, journal);
        }

        return journal;
    }

    private JournalFiles ReadJournal(string path)
    {
        var journal = JournalFiles.Read(path);
        if (journal.Torn is { } torn)
        {
            WriteVerbose(torn.ToString());
        }

        return journal;
    }

    private void OrStop(Action action)
    {
        try
        {
            action();
        }
        catch (SFVideoException e)
        {
            e.Operation ??= "Export";
            var remedy = e.ErrorId == ErrorIds.FileExists ? Messages.GalleryExistsAction : null;
            ThrowTerminatingError(ErrorRecords.Create(e, _path.Length == 0 ? Path : _path, action: remedy));
        }
    }
}
