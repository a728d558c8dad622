using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Runspaces;

namespace SiliconFlow.Video.Tests.Hosting;

/// <summary>
/// A session of its own with the staged module imported. The engine is bare: it has the cmdlets of Microsoft.PowerShell.Core,
/// and those of no other module. Environment variables belong to the process, so a test that sets some restores them itself.
/// </summary>
/// <remarks>
/// Beware that the module's types exist twice in the test process: those that this project is compiled against, and those of
/// the staged module in its own load context. Read what a script writes through <see cref="PSObject.Properties"/>.
/// </remarks>
internal sealed class ModuleRunspace : IDisposable
{
    private readonly Runspace _runspace;

    private ModuleRunspace(PSHost? host)
    {
        var state = InitialSessionState.CreateDefault2();
        if (OperatingSystem.IsWindows())
        {
            state.ExecutionPolicy = Microsoft.PowerShell.ExecutionPolicy.Bypass;
        }

        _runspace = host is null ? RunspaceFactory.CreateRunspace(state) : RunspaceFactory.CreateRunspace(host, state);
        _runspace.Open();
    }

    /// <summary>Opens a session and imports the module.</summary>
    public static ModuleRunspace Open(PSHost? host = null)
    {
        ModuleRunspace session = OpenBare(host);
        session.Run("Import-Module $module").ThrowOnError();
        return session;
    }

    /// <summary>Opens a session without the module; its folder is in <c>$module</c>.</summary>
    public static ModuleRunspace OpenBare(PSHost? host = null)
    {
        var session = new ModuleRunspace(host);
        session._runspace.SessionStateProxy.SetVariable("module", Repository.StagedModule);
        return session;
    }

    /// <summary>Runs a script to its end.</summary>
    /// <param name="script">What to run; it finds what comes down the pipeline in <c>$input</c>.</param>
    /// <param name="input">What comes down the pipeline.</param>
    /// <param name="variables">Variables to set first, by name.</param>
    public ScriptResult Run(string script, IEnumerable? input = null, IReadOnlyDictionary<string, object?>? variables = null)
        => Start(script, input, variables).Completion.GetAwaiter().GetResult();

    /// <summary>Starts a script and returns while it runs. A session runs one script at a time.</summary>
    /// <inheritdoc cref="Run"/>
    public RunningScript Start(string script, IEnumerable? input = null, IReadOnlyDictionary<string, object?>? variables = null)
    {
        foreach ((string name, object? value) in variables ?? new Dictionary<string, object?>())
        {
            _runspace.SessionStateProxy.SetVariable(name, value);
        }

        var shell = PowerShell.Create(_runspace);
        shell.AddScript(script);
        return new RunningScript(shell, input);
    }

    public void Dispose() => _runspace.Dispose();
}
