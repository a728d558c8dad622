using System.Management.Automation;
using System.Management.Automation.Runspaces;
using SiliconFlow.TryIt.Hosting;
using SiliconFlow.TryIt.StandIns;

namespace SiliconFlow.TryIt;

/// <summary>A PowerShell session at the console, with the module imported.</summary>
internal sealed class Session : IDisposable
{
    /// <summary>The exit code of programs that Ctrl+C ended.</summary>
    private const int Interrupted = 130;

    private readonly ConsoleHost _host = new();
    private readonly Runspace _runspace;
    private PowerShell? _running;
    private bool _interrupted;

    /// <summary>Opens the session.</summary>
    public Session()
    {
        var state = InitialSessionState.CreateDefault2();
        if (OperatingSystem.IsWindows())
        {
            state.ExecutionPolicy = Microsoft.PowerShell.ExecutionPolicy.Bypass;
        }

        state.ThrowOnRunspaceOpenError = true;
        state.ImportPSModule(Places.Module);
        _runspace = RunspaceFactory.CreateRunspace(_host, state);
        _runspace.Open();
        CommandStandIns.AddMissing(_runspace);
    }

    /// <summary>Runs a script to its end, all that it writes going to the console.</summary>
    /// <returns>The exit code: what the script exits with; else 1 where it showed an error, and 0 where not.</returns>
    public int Run(string script)
    {
        using var shell = Prepare(script);
        _running = shell;
        try
        {
            shell.Invoke();
        }
        catch (RuntimeException e)
        {
            if (!_interrupted)
            {
                Show(e.ErrorRecord);
            }

            return _interrupted ? Interrupted : 1;
        }
        finally
        {
            _running = null;
            _host.EndProgress();
        }

        return _interrupted ? Interrupted : _host.ExitCode ?? LastExitCode();
    }

    /// <summary>Stops the running script, as Ctrl+C does.</summary>
    public void Stop()
    {
        _interrupted = true;
        _running?.BeginStop(null, null);
    }

    public void Dispose() => _runspace.Dispose();

    /// <summary>A script whose output and errors are shown in the order in which they come, as PowerShell's own console does it.</summary>
    private PowerShell Prepare(string script)
    {
        var shell = PowerShell.Create(_runspace).AddScript(script);
        shell.Commands.Commands[0].MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
        return shell.AddCommand("Out-Default");
    }

    /// <summary>Shows the error that ended a script.</summary>
    private void Show(ErrorRecord error)
    {
        _runspace.SessionStateProxy.SetVariable("TryItError", error);
        using var shell = Prepare("& { [CmdletBinding()] param() $PSCmdlet.WriteError($TryItError) }");
        shell.Invoke();
    }

    /// <summary>What a script file or a program exited with; where there was none, whether an error was shown.</summary>
    private int LastExitCode() => _runspace.SessionStateProxy.GetVariable("LASTEXITCODE") is int code ? code : _host.ShowedErrors ? 1 : 0;
}
