using SiliconFlow.Simulator;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Module;

/// <summary>What an import and a first call bring into a session: no more than they need, since every user waits for it.</summary>
public sealed class FirstUseTests : IDisposable
{
    private const string Loaded =
        """
        function Get-Loaded { [System.AppDomain]::CurrentDomain.GetAssemblies() | ForEach-Object { $_.GetName().Name } }
        $before = Get-Loaded
        Import-Module $module
        $imported = Get-Loaded

        """;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task An_import_loads_two_assemblies_and_no_library()
    {
        string[] lines = await EngineHost.RunAsync(Loaded + "$imported | Where-Object { $_ -notin $before }");

        Assert.Equal(["SiliconFlow.Video.Loader", "SiliconFlow.Video"], lines);
    }

    // What does not run reads no file and no variable, and resolves nothing. The runtime itself tells which methods it compiles: here and not in a
    // file, which it would close at its end while other threads still compile, and now and then crash.
    [Fact]
    public async Task An_import_runs_nothing_of_the_module_but_its_loader()
    {
        string[] compiled = await EngineHost.RunAsync("Import-Module $module", environment: new() { ["DOTNET_JitDisasmSummary"] = "1" });

        string[] own = [.. compiled.Where(line => line.Contains("SiliconFlow.Video", StringComparison.Ordinal) && !line.Contains("SiliconFlow.Video.EngineHost", StringComparison.Ordinal))];
        Assert.Contains(own, line => line.Contains("ModuleLoader", StringComparison.Ordinal));
        Assert.All(own, line => Assert.Contains(" SiliconFlow.Video.Loader.", line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("New-SFVideo 'a hen'", "Submitted")]
    [InlineData("New-SFVideo 'a hen' | Wait-SFVideo -PollIntervalSec 0.1", "Succeeded")]
    public async Task A_submit_and_a_wait_without_failures_need_no_library_but_those_of_NET(string line, string status)
    {
        await using var simulator = await ServiceSimulator.StartAsync(new SimulatorOptions { QueueTime = TimeSpan.Zero, RunTime = TimeSpan.Zero });

        string[] lines = await EngineHost.RunAsync(
            Loaded + $$"""
            $null = Connect-SFVideo -ApiKey sk-any -BaseUri $other
            ({{line}}).Status
            Get-Loaded | Where-Object { $_ -notin $imported -and $_ -notmatch '^System\.' }
            """,
            simulator.BaseUri.ToString());

        Assert.Equal([status], lines);
    }

    [Fact]
    public async Task An_import_of_prompts_loads_the_library_for_it_from_the_modules_folder()
    {
        await File.WriteAllTextAsync(_folder["a.csv"], "Prompt\na hen\n");

        string[] lines = await EngineHost.RunAsync(
            Loaded + """
            (Import-SFVideoPrompt "$other/a.csv").Prompt
            Get-Loaded | Where-Object { $_ -notin $imported -and $_ -notmatch '^System\.' }
            """,
            _folder.Path);

        Assert.Equal(["a hen", "CsvHelper"], lines);
    }

    public void Dispose() => _folder.Dispose();
}
