using System.Collections.Concurrent;
using System.Management.Automation;

namespace SiliconFlow.Video.Benchmarks.Submit;

/// <summary>
/// The bare loop as a cmdlet that takes a row's properties as New-SFVideo does and keeps so many submits in flight: what is between it and the loop is PowerShell's
/// own, and what is between it and New-SFVideo is the module's.
/// </summary>
[Cmdlet(VerbsCommunications.Send, "BareSubmit", SupportsShouldProcess = true)]
public sealed class BareSubmitCommand : PSCmdlet, IDisposable
{
    private readonly ConcurrentQueue<string> _ids = new();
    private readonly CountdownEvent _running = new(1);
    private readonly AutoResetEvent _bell = new(false);
    private SemaphoreSlim _places = null!;
    private BareSubmits _submits = null!;

    /// <summary>What the video shows.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public string Prompt { get; set; } = "";

    /// <summary>Bound and not sent, as all that follows.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Model { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("custom_model")]
    public string? CustomModel { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("image_size")]
    public string? ImageSize { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("negative_prompt")]
    public string? NegativePrompt { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("FullName", "PSPath")]
    public string? Image { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public long? Seed { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Name { get; set; }

    /// <summary>The most submits in flight.</summary>
    [Parameter]
    public int ThrottleLimit { get; set; }

    /// <summary>The loop whose way of submitting is taken.</summary>
    [Parameter]
    public object Submits { get; set; } = null!;

    protected override void BeginProcessing()
    {
        _submits = (BareSubmits)(Submits is PSObject wrapped ? wrapped.BaseObject : Submits);
        _places = new SemaphoreSlim(ThrottleLimit);
    }

    protected override void ProcessRecord()
    {
        if (ShouldProcess(Prompt, "Submit"))
        {
            _running.AddCount();
            _ = SubmitAsync(Prompt);
        }

        WriteReady();
    }

    protected override void EndProcessing()
    {
        for (_running.Signal(); !_running.IsSet; _bell.WaitOne())
        {
            WriteReady();
        }

        WriteReady();
    }

    public void Dispose()
    {
        _running.Dispose();
        _bell.Dispose();
        _places?.Dispose();
    }

    private void WriteReady()
    {
        while (_ids.TryDequeue(out var id))
        {
            WriteObject(id);
        }
    }

    private async Task SubmitAsync(string prompt)
    {
        await _places.WaitAsync().ConfigureAwait(false);
        try
        {
            _ids.Enqueue(await _submits.SubmitAsync(prompt).ConfigureAwait(false));
        }
        finally
        {
            // Also after a failure: an id that is missing is told by the suite, a command that never ends by nobody.
            _places.Release();
            _running.Signal();
            _bell.Set();
        }
    }
}
