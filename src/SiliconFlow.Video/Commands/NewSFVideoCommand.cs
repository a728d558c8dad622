using System.Globalization;
using System.Management.Automation;
using SiliconFlow.Video.Requests;
using SiliconFlow.Video.Service;
using SiliconFlow.Video.Submitting;

namespace SiliconFlow.Video.Commands;

/// <summary>Submits prompts, and images where there are, for video generation. Each submit is paid.</summary>
[Cmdlet(VerbsCommon.New, "SFVideo", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(SFVideo))]
public sealed class NewSFVideoCommand : ServiceCommand
{
    private Submitter? _submitter;
    private BatchJournal? _batch;
    private int _row;
    private int _submits;
    private int _leftOver;
    private CultureInfo? _language;

    /// <summary>What the video shows. The service advises at most 200 words.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [PromptTransformation]
    [AllowNull]
    [AllowEmptyString]
    public string? Prompt { get; set; }

    /// <summary>The model; left out, it follows from whether there is an image.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [BlankIsNotGiven]
    [ValidateSet(VideoModels.TextToVideo, VideoModels.ImageToVideo, "")]
    public string? Model { get; set; }

    /// <summary>The name of a model that this version does not list.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("custom_model")]
    [TextTransformation]
    [ArgumentCompleter(typeof(ModelCompleter))]
    public string? CustomModel { get; set; }

    /// <summary>Width and height in pixels: 1280x720 where left out. For videos from images the service follows the image's ratio.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("image_size")]
    [BlankIsNotGiven]
    [ValidateSet(ImageSizes.Landscape, ImageSizes.Portrait, ImageSizes.Square, "")]
    public string? ImageSize { get; set; }

    /// <summary>What the video should not show.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("negative_prompt")]
    [TextTransformation]
    public string? NegativePrompt { get; set; }

    /// <summary>The first frame: an http or https link, a data URI, or the path of a png, jpeg or webp file.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("FullName", "PSPath")]
    [TextTransformation]
    public string? Image { get; set; }

    /// <summary>Makes the result repeatable: a whole number. The service documents no range.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SeedTransformation]
    public long? Seed { get; set; }

    /// <summary>A name of your own for the job, kept on this machine: it names the file later.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    public string? Name { get; set; }

    /// <summary>The file that the row was read from; messages about the row name it. Import-SFVideoPrompt gives it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, DontShow = true)]
    public object? File { get; set; }

    /// <summary>The row's line in the file. Of any type, like the file: a column of these names that means something else must not fail its row.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, DontShow = true)]
    public object? Line { get; set; }

    /// <summary>The most submits that may be in flight at once; fewer are while the service refuses some for load.</summary>
    [Parameter]
    [ValidateRange(1, 64)]
    public int ThrottleLimit { get; set; } = 8;

    /// <summary>How long a row is tried that the service refuses for load, or that cannot be delivered; 0 tries each once.</summary>
    [Parameter]
    [ValidateRange(0, 86400)]
    public int RetryTimeoutSec { get; set; } = 600;

    /// <summary>A file that holds what was paid for: with it, running the same line again pays for nothing twice and goes on where it stopped.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(JournalPathCompleter))]
    public string? Journal { get; set; }

    /// <summary>Submits, and pays for, the journal's rows again whose generation failed.</summary>
    [Parameter]
    public SwitchParameter RetryFailed { get; set; }

    /// <summary>Submits the journal's rows again of which nobody can know whether they were taken: they may be paid for twice.</summary>
    [Parameter]
    public SwitchParameter RetryUnknown { get; set; }

    /// <summary>The most rows that this run submits and pays for. Rows that the journal holds do not count.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int MaxSubmissions { get; set; } = int.MaxValue;

    private protected override LocalText Activity => Messages.SubmittingVideos;

    /// <summary>With a journal, an id that comes shortly after the stop is not lost.</summary>
    private protected override TimeSpan Grace => Journal is null ? TimeSpan.Zero : TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _language = CultureInfo.CurrentUICulture;
        _submitter = new Submitter(new SubmitClient(Connection!, Observer), ThrottleLimit, TimeSpan.FromSeconds(RetryTimeoutSec), StopToken, GiveUp);
        if (Journal is not null)
        {
            OrStop(() => _batch = BatchJournal.Open(FileSystemPath.Resolve(SessionState, Journal, Messages.TheJournal), Connection!.Time, this));
        }
    }

    /// <summary>Checks one row and hands it to the background; writes the jobs that were taken meanwhile.</summary>
    protected override void ProcessRecord()
    {
        TakeInput(null);
        _row++;
        var asked = Ask();
        try
        {
            var image = asked.Image is null ? null : RequestImage.Parse(asked.Image.Trim(), ResolveImagePath);
            if (image is FileImage file)
            {
                asked = asked with { Image = file.Path, Name = NameFor(asked, file) };
                image = _batch is null ? file : file.BindContent();
            }

            Take(asked, VideoRequest.Create(asked, image));
        }
        catch (SFVideoException e)
        {
            WriteError(ErrorRecords.Create(e, asked, asked.Subject));
        }

        WriteReady();
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        if (_leftOver > 0)
        {
            WriteWarning(TellLeftOver().ToString());
        }

        if (IsWhatIf && _batch is not null)
        {
            ShouldProcess(TellWhatIf(_batch).ToString(), "", "");
        }

        if (_submitter!.Halt is not { } halt)
        {
            return;
        }

        // Said at the end and not at once, so that it counts all the rows, and jobs that were taken go on first.
        var record = ErrorRecords.Create(halt, MyInvocation.MyCommand.Name, Messages.SubmittingEnded(_submitter.Unsent, _row));
        if (halt is not SFVideoPermissionException)
        {
            ThrowTerminatingError(record);
        }

        WriteError(record);
    }

    /// <summary>Tells how to go on: a stopped pipeline can write no warning any more, but its host can. It is another thread that does so.</summary>
    protected override void StopProcessing()
    {
        base.StopProcessing();
        if (_batch is { IsOpen: true })
        {
            Host.UI.WriteWarningLine(Messages.BatchStopped(_batch.Path).In(_language!));
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            _batch?.Dispose();
        }
    }

    /// <summary>A job that was taken and whose id could not be written down ends its row and not yet the command: others in flight have ids to tell, too.</summary>
    private protected override void WriteFailure(SFVideoException error, object target, LocalText subject)
    {
        if (error is not SFVideoJournalException { RequestId: { } id })
        {
            base.WriteFailure(error, target, subject);
            return;
        }

        Progress.Fail();
        var asked = (SFVideoRequest)target;
        WriteError(ErrorRecords.Create(
            error,
            new SFVideo(id) { Name = asked.Name, Status = SFVideoStatus.Submitted, Prompt = asked.Prompt, TraceId = error.TraceId, BaseUri = Connection!.BaseUri },
            subject,
            Messages.IdNotWrittenAction));
    }

    /// <summary>Whether nothing may be changed.</summary>
    internal bool IsWhatIf => MyInvocation.BoundParameters.TryGetValue("WhatIf", out var given) ? (SwitchParameter)given : LanguagePrimitives.IsTrue(GetVariableValue("WhatIfPreference"));

    private LocalText TellLeftOver() => (_leftOver, _batch) switch
    {
        (1, null) => Messages.RowLeftOver(_leftOver, MaxSubmissions),
        (_, null) => Messages.RowsLeftOver(_leftOver, MaxSubmissions),
        (1, _) => Messages.RowLeftForNextRun(_leftOver, MaxSubmissions),
        _ => Messages.RowsLeftForNextRun(_leftOver, MaxSubmissions),
    };

    private LocalText TellWhatIf(BatchJournal batch) => _submits == 1
        ? Messages.RowWouldBePaid(_submits, batch.Resumed, batch.LeftUnknown)
        : Messages.RowsWouldBePaid(_submits, batch.Resumed, batch.LeftUnknown);

    /// <summary>Submits a row, or goes on with what its journal knows of it.</summary>
    private void Take(SFVideoRequest asked, VideoRequest request)
    {
        var plan = _batch?.Plan(request);
        switch (plan?.Action ?? RowAction.Submit)
        {
            case RowAction.Resume:
                WriteResult(plan!.Known!);
                break;
            case RowAction.LeaveUnknown:
                WriteError(ErrorRecords.Create(
                    new SFVideoUnknownOutcomeException(Messages.SentBefore) { TraceId = plan!.Known!.TraceId, Operation = "Submit" },
                    asked,
                    asked.Subject,
                    Messages.SentBeforeAction));
                break;
            case RowAction.Submit when _submits >= MaxSubmissions:
                _leftOver++;
                break;
            default:
                _submits++;
                var subject = asked.Subject;
                if (ShouldProcess(subject.ToString(), Messages.SubmitAction(request.Model).ToString()))
                {
                    // Begun here and not in the background, so that rows are sent in their order.
                    var submit = _submitter!.SubmitAsync(request, plan is null ? null : _batch!.LogFor(plan, Connection!.BaseUri));
                    Start(asked, subject, submit, WriteJob);
                }

                break;
        }
    }

    private void WriteJob(SFVideo? video)
    {
        // None was sent, or all were refused: that is told at the end.
        if (video is not null)
        {
            WriteSuccess(video);
        }
    }

    /// <summary>The row as it was given; a blank cell of a CSV file is one that was not.</summary>
    private SFVideoRequest Ask() => new()
    {
        Row = _row,
        File = (File is PSObject wrapped ? wrapped.BaseObject : File) as string,
        Line = Line is not null && LanguagePrimitives.TryConvertTo<int>(Line, CultureInfo.InvariantCulture, out var line) && line > 0 ? line : null,
        Name = Given(Name),
        Prompt = Given(Prompt),
        Model = Given(Model),
        CustomModel = Given(CustomModel),
        ImageSize = Given(ImageSize),
        NegativePrompt = Given(NegativePrompt),
        Image = Given(Image),
        Seed = Seed,
    };

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    /// <summary>Files that are piped bring their file name as Name; the video of cat.png is cat, not cat.png.</summary>
    private static string? NameFor(SFVideoRequest asked, FileImage image) =>
        asked.Name == Path.GetFileName(image.Path) ? Path.GetFileNameWithoutExtension(image.Path) : asked.Name;

    private string ResolveImagePath(string path) => FileSystemPath.Resolve(SessionState, path, Messages.TheImage);
}
