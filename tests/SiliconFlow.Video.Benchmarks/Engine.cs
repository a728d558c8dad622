using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;

namespace SiliconFlow.Video.Benchmarks;

/// <summary>A PowerShell session with the staged module imported and connected, as a user has it.</summary>
internal sealed class Engine : IDisposable
{
    private readonly Runspace _runspace;

    private Engine(Runspace runspace) => _runspace = runspace;

    /// <summary>Opens a session that talks to a service.</summary>
    /// <param name="baseUri">The service.</param>
    /// <param name="time">The clock that the cmdlets go by; null for the real one.</param>
    public static Engine Open(Uri baseUri, TimeProvider? time = null)
    {
        var state = InitialSessionState.CreateDefault2();
        if (OperatingSystem.IsWindows())
        {
            state.ExecutionPolicy = Microsoft.PowerShell.ExecutionPolicy.Bypass;
        }

        var runspace = RunspaceFactory.CreateRunspace(state);
        runspace.Open();
        var engine = new Engine(runspace);
        var connection = engine.Run("Import-Module $args[0]; Connect-SFVideo -ApiKey sk-benchmark -BaseUri $args[1] -PassThru", Paths.Module, baseUri)[0].BaseObject;
        if (time is not null)
        {
            SetTime(connection, time);
        }

        return engine;
    }

    /// <summary>Runs a script to its end.</summary>
    /// <exception cref="InvalidOperationException">It wrote an error.</exception>
    public IReadOnlyList<PSObject> Run(string script, params object[] arguments)
    {
        using var shell = PowerShell.Create(_runspace);
        shell.AddScript(script);
        foreach (var argument in arguments)
        {
            shell.AddArgument(argument);
        }

        var output = shell.Invoke();
        return shell.HadErrors ? throw new InvalidOperationException($"{script}: {shell.Streams.Error.FirstOrDefault()}") : output;
    }

    public void Dispose() => _runspace.Dispose();

    /// <summary>By name, since the types of the imported module are not those that this program is compiled against.</summary>
    private static void SetTime(object connection, TimeProvider time)
    {
        const BindingFlags hidden = BindingFlags.Instance | BindingFlags.NonPublic;
        var pause = connection.GetType().GetField("<Pause>k__BackingField", hidden)!;
        pause.SetValue(connection, Activator.CreateInstance(pause.FieldType, time));
        connection.GetType().GetField("<Time>k__BackingField", hidden)!.SetValue(connection, time);
    }
}
