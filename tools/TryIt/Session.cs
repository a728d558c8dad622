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
    /// <returns>The exit code: what the script exits with; else 0 where its last command succeeded, and 1 where not.</returns>
    public int Run(string script)
    {
        using var shell = PowerShell.Create(_runspace);
        shell.AddScript(script);

        // As PowerShell's own console does it: errors are shown in their place among the output.
        shell.Commands.Commands[0].MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
        shell.AddCommand("Out-Default");
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

        return _host.ExitCode ?? (_interrupted ? Interrupted : LastSucceeded() ? 0 : LastExitCode());
    }

    /// <summary>Stops the running script, as Ctrl+C does.</summary>
    public void Stop()
    {
        _interrupted = true;
        _running?.BeginStop(null, null);
    }

    public void Dispose() => _runspace.Dispose();

    private void Show(ErrorRecord error)
    {
        using var shell = PowerShell.Create(_runspace);
        var record = PSObject.AsPSObject(error);
        record.Properties.Add(new PSNoteProperty("writeErrorStream", true));
        shell.AddCommand("Out-Default").AddParameter("InputObject", record).Invoke();
    }

    private bool LastSucceeded()
    {
        using var shell = PowerShell.Create(_runspace);
        return shell.AddScript("$?").Invoke<bool>().Single();
    }

    private int LastExitCode() => _runspace.SessionStateProxy.GetVariable("LASTEXITCODE") is int code && code != 0 ? code : 1;
}
