using System.Collections;
using System.Management.Automation.Host;
using SiliconFlow.Simulator;

namespace SiliconFlow.Video.Tests.Hosting;

/// <summary>A session with the module imported and connected to a simulator of its own, and a folder to work in, which is its current location.</summary>
internal sealed class SimulatedSession : IAsyncDisposable
{
    /// <summary>The key that is used: long and odd enough to be looked for wherever it must not be.</summary>
    public const string Key = "sk-secret-7f3a9c41d2";

    private SimulatedSession(ServiceSimulator simulator, ModuleRunspace session, TemporaryFolder folder)
    {
        Simulator = simulator;
        Session = session;
        Folder = folder;
    }

    public ServiceSimulator Simulator { get; }

    public ModuleRunspace Session { get; }

    public TemporaryFolder Folder { get; }

    /// <summary>Starts a simulator whose jobs end at once unless the options say otherwise, and connects to it.</summary>
    public static async Task<SimulatedSession> StartAsync(SimulatorOptions? options = null, string key = Key, PSHost? host = null)
    {
        var simulator = await ServiceSimulator.StartAsync(options ?? new SimulatorOptions { QueueTime = TimeSpan.Zero, RunTime = TimeSpan.Zero });
        var folder = new TemporaryFolder();
        var session = ModuleRunspace.Open(host);
        session.Run(
            "Connect-SFVideo -ApiKey $key -BaseUri $uri; $ExecutionContext.SessionState.Path.SetLocation($folder)",
            variables: new Dictionary<string, object?> { ["key"] = key, ["uri"] = simulator.BaseUri, ["folder"] = folder.Path }).ThrowOnError();
        return new SimulatedSession(simulator, session, folder);
    }

    /// <inheritdoc cref="ModuleRunspace.Run"/>
    public ScriptResult Run(string script, IEnumerable? input = null, IReadOnlyDictionary<string, object?>? variables = null) => Session.Run(script, input, variables);

    /// <inheritdoc cref="ModuleRunspace.Start"/>
    public RunningScript Start(string script, IEnumerable? input = null, IReadOnlyDictionary<string, object?>? variables = null) => Session.Start(script, input, variables);

    public async ValueTask DisposeAsync()
    {
        Session.Dispose();
        await Simulator.DisposeAsync();
        Folder.Dispose();
    }
}
