using System.Management.Automation;
using SiliconFlow.Video.Saving;
using SiliconFlow.Video.Service;

namespace SiliconFlow.Video.Commands;

/// <summary>Saves the videos of finished jobs to files.</summary>
[Cmdlet(VerbsData.Save, "SFVideo", DefaultParameterSetName = "Video", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(SFVideoFile))]
public sealed class SaveSFVideoCommand : JobCommand
{
    private readonly TransferMeter _meter = new();
    private string _folder = "";
    private TargetNames? _names;
    private StatusClient? _client;
    private Saver? _saver;

    /// <summary>The folder; the current location where left out. Made where it is not there.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string Destination { get; set; } = ".";

    /// <summary>The file name, with the tokens {Name}, {RequestId}, {Seed}, {Model} and {Index}; the job's name, else its request id, where left out.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(FileNameCompleter))]
    public string? FileName { get; set; }

    /// <summary>Replaces files that are there. They are left alone until the new one is whole.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>How many downloads may run at once.</summary>
    [Parameter]
    [ValidateRange(1, 64)]
    public int ThrottleLimit { get; set; } = 4;

    private protected override LocalText Activity => Messages.SavingVideos;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        Progress.Meter = _meter;
        OrStop(() =>
        {
            _folder = FileSystemPath.Resolve(SessionState, Destination, Messages.TheDestination);
            _names = new TargetNames(_folder, FileName is null ? FileNameTemplate.Default : FileNameTemplate.Parse(FileName));
        });
        _client = new StatusClient(Connection!, Observer);
        var downloader = new Downloader(new LinkClient(Connection!, Observer), Connection!.Time, Observer, _meter, new DiskSpace(DiskSpace.FreeAt));
        _saver = new Saver(_client, downloader, Connection.Time, Force, ThrottleLimit);
    }

    private protected override void StartOn(SFVideo video)
    {
        var journal = JournalOf(video, first => _names!.Keep(new SaveLog(first).Paths));
        var target = _names!.Next(video);
        if (!ShouldProcess(target, Messages.SaveAction(video.RequestId).ToString()))
        {
            return;
        }

        MakeFolder();

        // On a thread of its own: a file that is there already is read whole before the first wait.
        var save = Task.Run(() => _saver!.SaveAsync(video, target, journal is null ? null : new SaveLog(journal), StopToken), StopToken);
        Start(video, SubjectOf(video), save, WriteSuccess);
    }

    /// <summary>Not before the first file needs it: -WhatIf leaves no trace.</summary>
    private void MakeFolder() => OrStop(() =>
    {
        try
        {
            Directory.CreateDirectory(_folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SFVideoDownloadException(ErrorIds.DownloadFailed, Messages.FolderUnmakable(_folder, e.Message), e);
        }
    });
}
