using SiliconFlow.Simulator;
using SiliconFlow.Video.CrashCampaign;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Batches;

/// <summary>Two batches at one journal. Submits are held up, so that the one that works is at work until the other has had its answer.</summary>
public sealed class OneWriterTests : IDisposable
{
    private const int Times = 50;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Of_two_processes_exactly_one_works_and_a_killed_one_leaves_no_lock()
    {
        await using var service = await StartServiceAsync();
        using var first = await StartProcessAsync(service);
        using var second = await StartProcessAsync(service);
        for (var i = 1; i <= Times; i++)
        {
            await RaceAsync(service, _folder[$"{i}.jsonl"], first.AskAsync, second.AskAsync);
            Assert.Equal(i, service.Bill.Count);
        }

        using var hold = service.HoldCalls(Operation.Submit);
        _ = first.AskAsync(_folder["killed.jsonl"]);
        await service.WaitForCallAsync(Operation.Submit, Times + 1).WaitAsync(Patience);
        Assert.Equal("JournalLocked", await second.AskAsync(_folder["killed.jsonl"]).WaitAsync(Patience));
        await first.Engine.KillAsync();
        Assert.Equal("SubmitOutcomeUnknown", await second.AskAsync(_folder["killed.jsonl"]).WaitAsync(Patience));
    }

    [Fact]
    public async Task Of_two_sessions_of_one_process_exactly_one_works()
    {
        await using var first = await SimulatedSession.StartAsync();
        using var second = ModuleRunspace.Open();
        var service = first.Simulator;
        var variables = new Dictionary<string, object?> { ["uri"] = service.BaseUri };
        second.Run("Connect-SFVideo -ApiKey sk-other -BaseUri $uri", variables: variables).ThrowOnError();
        for (var i = 1; i <= Times; i++)
        {
            await RaceAsync(service, _folder[$"{i}.jsonl"], journal => AskAsync(first.Session, journal), journal => AskAsync(second, journal));
            Assert.Equal(i, service.Bill.Count);
        }
    }

    public void Dispose() => _folder.Dispose();

    private static Task<ServiceSimulator> StartServiceAsync() => ServiceSimulator.StartAsync(new SimulatorOptions { QueueTime = TimeSpan.Zero, RunTime = TimeSpan.Zero });

    private static async Task RaceAsync(ServiceSimulator service, string journal, Func<string, Task<string>> first, Func<string, Task<string>> second)
    {
        Task<string>[] runs;
        Task<string> loser;
        using (service.HoldCalls(Operation.Submit))
        {
            runs = [first(journal), second(journal)];
            loser = await Task.WhenAny(runs).WaitAsync(Patience);
            Assert.Equal("JournalLocked", await loser);
        }

        Assert.Equal("taken", await runs.Single(run => run != loser).WaitAsync(Patience));
    }

    private static async Task<string> AskAsync(ModuleRunspace session, string journal)
    {
        var result = await session.Start("'a cat' | New-SFVideo -Journal $journal", variables: new Dictionary<string, object?> { ["journal"] = journal }).Completion;
        return result.Errors is [var error] ? error.FullyQualifiedErrorId.Split(',')[0] : result.Output.Count == 1 ? "taken" : "nothing";
    }

    private async Task<Contender> StartProcessAsync(ServiceSimulator service)
    {
        var script = _folder["contender.ps1"];
        await File.WriteAllTextAsync(script, """
            param($module)
            Import-Module $module
            $ErrorActionPreference = 'Stop'
            $uri = [Console]::In.ReadLine()
            Connect-SFVideo -ApiKey sk-other -BaseUri $uri
            while ($journal = [Console]::In.ReadLine()) {
                try { $answer = if ('a cat' | New-SFVideo -Journal $journal) { 'taken' } }
                catch { $answer = ($_.FullyQualifiedErrorId -split ',')[0] }
                [Console]::Out.WriteLine($answer)
            }
            """);
        var contender = new Contender(EngineProcess.Start(script));
        await contender.Engine.SendAsync(service.BaseUri.ToString());
        return contender;
    }

    private sealed class Contender(EngineProcess engine) : IDisposable
    {
        public EngineProcess Engine => engine;

        public async Task<string> AskAsync(string journal)
        {
            await engine.SendAsync(journal);
            return await engine.ReceiveAsync() ?? "gone";
        }

        public void Dispose() => engine.Dispose();
    }
}
