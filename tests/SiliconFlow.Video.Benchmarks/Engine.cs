using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace SiliconFlow.Video.Benchmarks;

/// <summary>A PowerShell engine in this process with the module in it.</summary>
internal sealed class Engine : IDisposable
{
    private readonly Runspace _runspace;

    private Engine()
    {
        var state = InitialSessionState.CreateDefault2();
        if (OperatingSystem.IsWindows())
        {
            state.ExecutionPolicy = Microsoft.PowerShell.ExecutionPolicy.Bypass;
        }

        _runspace = RunspaceFactory.CreateRunspace(state);
        _runspace.Open();
    }

    /// <summary>An engine with the module as users import it.</summary>
    public static async Task<Engine> OpenAsync()
    {
        var engine = new Engine();
        await engine.RunAsync("Import-Module $module", new() { ["module"] = Paths.Module });
        return engine;
    }

    /// <summary>An engine with the cmdlets that this program is compiled against, which take connections with a clock of ours.</summary>
    public static async Task<Engine> OpenCompiledAsync()
    {
        var engine = new Engine();
        await engine.RunAsync("Import-Module -Assembly $module", new() { ["module"] = typeof(SFVideo).Assembly });
        return engine;
    }

    /// <summary>Runs a script to its end.</summary>
    /// <param name="script">The script.</param>
    /// <param name="variables">Variables to set first.</param>
    /// <returns>How many objects it wrote.</returns>
    /// <exception cref="InvalidOperationException">It wrote an error.</exception>
    public async Task<int> RunAsync(string script, Dictionary<string, object> variables)
    {
        foreach (var (name, value) in variables)
        {
            _runspace.SessionStateProxy.SetVariable(name, value);
        }

        using var shell = PowerShell.Create(_runspace);
        var output = await shell.AddScript(script).InvokeAsync();
        return shell.Streams.Error.Count == 0
            ? output.Count
            : throw new InvalidOperationException($"{shell.Streams.Error.Count} errors, the first: {shell.Streams.Error[0]}");
    }

    public void Dispose() => _runspace.Dispose();
}
