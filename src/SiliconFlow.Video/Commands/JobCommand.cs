using System.Management.Automation;
using SiliconFlow.Video.Journaling;
using SiliconFlow.Video.Service;

namespace SiliconFlow.Video.Commands;

/// <summary>The base of the cmdlets that take jobs: as SFVideo objects, as what such objects become on their way through files and other processes, or as request ids.</summary>
public abstract class JobCommand : ServiceCommand
{
    private const string ByVideo = "Video";
    private const string ByRequestId = "RequestId";

    private readonly HeldJournals _journals = new();
    private bool _warnedOfAddress;

    private protected JobCommand()
    {
    }

    /// <summary>The jobs. Text is taken as a request id, and any object with a RequestId as the job it describes.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = ByVideo)]
    [SFVideoTransformation]
    [ArgumentCompleter(typeof(RequestIdCompleter))]
    public SFVideo[] Video { get; set; } = [];

    /// <summary>The ids of the jobs.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ByRequestId)]
    [Alias("request_id")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RequestIdCompleter))]
    public string[] RequestId { get; set; } = [];

    /// <summary>Starts on the jobs of one input, and writes what is ready of the earlier ones.</summary>
    protected sealed override void ProcessRecord()
    {
        foreach (var video in ParameterSetName == ByVideo ? Video : ByIds())
        {
            if (!TakeInput(video))
            {
                continue;
            }

            if (video.RequestId.Length == 0)
            {
                WriteNoJob(video);
                continue;
            }

            WarnOfOtherAddress(video);
            StartOn(video);
        }

        WriteReady();
    }

    /// <summary>Starts on one job.</summary>
    private protected abstract void StartOn(SFVideo video);

    /// <summary>The journal that a job came with; null where there is none.</summary>
    /// <param name="video">The job.</param>
    /// <param name="onFirstUse">Is given each journal once.</param>
    private protected Journal? JournalOf(SFVideo video, Action<Journal>? onFirstUse = null)
    {
        Journal? journal = null;
        OrStop(() => journal = _journals.For(video, Connection!.Time, Opened, text => WriteWarning(text.ToString())));
        return journal;

        void Opened(JournalHold hold)
        {
            if (hold.Torn is { } torn)
            {
                WriteVerbose(torn.ToString());
            }

            onFirstUse?.Invoke(hold.Journal);
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            _journals.Dispose();
        }
    }

    /// <summary>How people know a job.</summary>
    private protected static LocalText SubjectOf(SFVideo video) => video.Name is null ? Messages.Request(video.RequestId) : Messages.RequestNamed(video.RequestId, video.Name);

    /// <summary>The jobs of the ids, without those that are blank: nothing can be asked about them.</summary>
    private IEnumerable<SFVideo> ByIds()
    {
        foreach (var id in RequestId)
        {
            if (string.IsNullOrWhiteSpace(id))
            {
                WriteError(ErrorRecords.Create(new SFVideoInvalidRequestException(Messages.RequestIdBlank), id));
            }
            else
            {
                yield return new SFVideo(id.Trim());
            }
        }
    }

    /// <summary>Journals hold rows whose submit was refused, or of which nobody knows: there is no id to ask with.</summary>
    private void WriteNoJob(SFVideo video) => WriteError(ErrorRecords.Create(
        new SFVideoInvalidRequestException(Messages.NoJob),
        video,
        (video.Name ?? video.Prompt) is { } name ? LocalText.AsIs(name) : Messages.NamelessRow,
        Messages.NoJobAction));

    /// <summary>Regions do not know each other's jobs, and say so in ways that are hard to read.</summary>
    private void WarnOfOtherAddress(SFVideo video)
    {
        if (!_warnedOfAddress && video.BaseUri is { } made && made != Connection!.BaseUri)
        {
            _warnedOfAddress = true;
            WriteWarning(Messages.OtherAddress(video.RequestId, made, Connection.BaseUri).ToString());
        }
    }
}
