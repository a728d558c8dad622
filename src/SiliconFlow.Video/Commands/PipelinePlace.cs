using System.Management.Automation;

namespace SiliconFlow.Video.Commands;

/// <summary>
/// A command's place in its pipeline, and which of the module's commands stands right behind it. PowerShell gives a command its thread only
/// when the one before writes to it: so one that waits for long has to know whether the next is one that it can wake.
/// </summary>
/// <remarks>
/// PowerShell does not say who is next, but two things give it away. It begins all commands of a pipeline, one after another, before any takes
/// input; and it hands an object on while it is being written. So the next one is who began right after this one, one place further in a pipeline
/// of the same length, and then takes the very object that this one is writing.
/// </remarks>
internal sealed class PipelinePlace
{
    /// <summary>What wakes a command that waits: its type lets it pass where jobs pass.</summary>
    private static readonly SFVideo WakeUp = new("");

    [ThreadStatic]
    private static PipelinePlace? _lastBegun;

    private readonly PSCmdlet _command;
    private readonly Func<bool> _hasWork;
    private readonly PipelinePlace? _candidate;
    private PipelinePlace? _next;
    private object? _beingWritten;
    private bool _takesInput;

    /// <summary>To be made when the command begins.</summary>
    /// <param name="command">The command.</param>
    /// <param name="hasWork">Whether it has something to do on the pipeline's thread.</param>
    internal PipelinePlace(PSCmdlet command, Func<bool> hasWork)
    {
        _command = command;
        _hasWork = hasWork;
        _candidate = _lastBegun is { } last && last.IsRightBefore(command.MyInvocation) ? last : null;
        Bell = _candidate?.Bell ?? new Doorbell();
        _lastBegun = this;
    }

    /// <summary>Wakes the pipeline's thread, whichever of the neighbours it waits in.</summary>
    internal Doorbell Bell { get; }

    /// <summary>This command's neighbours from itself on.</summary>
    private bool HasWork => _hasWork() || _next?.HasWork == true;

    /// <summary>Whether what came as input is only meant to give this command the thread.</summary>
    internal static bool IsWakeUp(SFVideo input) => ReferenceEquals(input, WakeUp);

    /// <summary>To be called with each input.</summary>
    internal void Take(object? input)
    {
        _takesInput = true;
        if (_candidate is { } before && input is not null && ReferenceEquals(input, before._beingWritten))
        {
            before._next = this;
        }
    }

    /// <summary>Writes a result.</summary>
    internal void Write(object result)
    {
        _beingWritten = result;
        try
        {
            _command.WriteObject(result);
        }
        finally
        {
            _beingWritten = null;
        }
    }

    /// <summary>Gives the next command the thread, where there is something for it to do.</summary>
    internal void WakeNext()
    {
        if (_next?.HasWork == true && !IsWatched)
        {
            _command.WriteObject(WakeUp);
        }
    }

    /// <summary>To be called at the end: nothing is written any more.</summary>
    internal void Leave()
    {
        _next = null;
        if (ReferenceEquals(_lastBegun, this))
        {
            _lastBegun = null;
        }
    }

    /// <summary>Whether variables of the user's would hold what is written.</summary>
    private bool IsWatched =>
        _command.MyInvocation.BoundParameters.ContainsKey("OutVariable") || _command.MyInvocation.BoundParameters.ContainsKey("PipelineVariable");

    private bool IsRightBefore(InvocationInfo other) =>
        !_takesInput && other.PipelineLength == _command.MyInvocation.PipelineLength && other.PipelinePosition == _command.MyInvocation.PipelinePosition + 1;
}
