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
    private int _row;

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

    /// <summary>How many submits may be in flight at once.</summary>
    [Parameter]
    [ValidateRange(1, 64)]
    public int ThrottleLimit { get; set; } = 8;

    private protected override string Activity => "Submitting videos";

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _submitter = new Submitter(new SubmitClient(Connection!, Observer), ThrottleLimit);
    }

    /// <summary>Checks one row and hands it to the background; writes the jobs that were taken meanwhile.</summary>
    protected override void ProcessRecord()
    {
        _row++;
        var asked = Ask();
        try
        {
            var image = asked.Image is null ? null : RequestImage.Parse(asked.Image.Trim(), ResolveImagePath);
            asked = asked with { Image = image is FileImage file ? file.Path : asked.Image, Name = NameFor(asked, image) };
            var request = VideoRequest.Create(asked, image);
            if (ShouldProcess(asked.ToString(), $"Submit a paid video to {request.Model}"))
            {
                // Begun here and not in the background, so that rows are sent in their order.
                var submit = _submitter!.SubmitAsync(request, StopToken);
                Start(asked, asked.ToString(), _ => WriteAsync(submit));
            }
        }
        catch (SFVideoException e)
        {
            WriteError(ErrorRecords.Create(e, asked, asked.ToString()));
        }

        if (_submitter!.Halt is SFVideoAuthenticationException or SFVideoNotFoundException)
        {
            EndProcessing();
        }

        WriteReady();
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        if (_submitter!.Halt is not { } halt)
        {
            return;
        }

        var record = ErrorRecords.Create(halt, MyInvocation.MyCommand.Name, $"Submitting ended; {_submitter.Unsent} of {_row} rows were not taken");
        if (halt is SFVideoPermissionException)
        {
            WriteError(record);
        }
        else
        {
            ThrowTerminatingError(record);
        }
    }

    /// <summary>The row as it was given; a blank cell of a CSV file is one that was not.</summary>
    private SFVideoRequest Ask() => new()
    {
        Row = _row,
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
    private static string? NameFor(SFVideoRequest asked, RequestImage? image) =>
        image is FileImage file && asked.Name == Path.GetFileName(file.Path) ? Path.GetFileNameWithoutExtension(file.Path) : asked.Name;

    private string ResolveImagePath(string path) => FileSystemPath.Resolve(SessionState, path, "image");

    private async Task WriteAsync(Task<SFVideo?> submit)
    {
        if (await submit.ConfigureAwait(false) is { } video)
        {
            Post(() =>
            {
                Progress.Succeed();
                WriteObject(video);
            });
        }
    }
}
