using SiliconFlow.Simulator;

namespace SiliconFlow.Video.CrashCampaign;

/// <summary>Kills batches, starts them again, and looks whether their promises hold.</summary>
internal sealed class Campaign : IDisposable
{
    private const int MaxKillsOfRound = 20;
    private const int RoundsBetweenRepeats = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>The script of one batch; what it reads and writes stands there.</summary>
    public static readonly string Script = Path.Combine(AppContext.BaseDirectory, "batch.ps1");

    private readonly int _seed;
    private readonly Random _random;
    private readonly Tally _tally = new();

    // Starts while another one works: an engine needs a second to come up.
    private EngineProcess _next = EngineProcess.Start(Script);

    private Campaign(int seed)
    {
        _seed = seed;
        _random = new Random(seed);
    }

    /// <summary>Runs rounds until so many processes were killed.</summary>
    /// <param name="kills">How many kills.</param>
    /// <param name="seed">What rows, troubles and moments are drawn from.</param>
    /// <param name="progress">Is told after each round.</param>
    /// <exception cref="CampaignException">A promise did not hold; the message names the seed and the round.</exception>
    public static async Task<Tally> RunAsync(int kills, int seed, Action<Tally>? progress = null)
    {
        using var campaign = new Campaign(seed);
        while (campaign._tally.Kills < kills)
        {
            try
            {
                await campaign.RunRoundAsync(kills);
            }
            catch (Exception e) when (e is CampaignException or IOException or System.Text.Json.JsonException)
            {
                throw new CampaignException($"Seed {seed}, round {campaign._tally.Rounds}: {e.Message}");
            }

            progress?.Invoke(campaign._tally);
        }

        return campaign._tally;
    }

    public void Dispose() => _next.Dispose();

    private async Task RunRoundAsync(int kills)
    {
        var scenario = new Scenario(unchecked((_seed * 7919) + _tally.Rounds++));
        var calm = await RunCalmAsync(scenario);
        await using var service = await scenario.StartServiceAsync();
        using var folder = new BatchFolder();
        var referee = new Referee(scenario, service, folder);
        IReadOnlyList<Outcome>? outcomes = null;
        for (var left = Math.Min(MaxKillsOfRound, kills - _tally.Kills); outcomes is null && left > 0; left--)
        {
            outcomes = await RunToKillAsync(scenario, service, folder, referee);
        }

        outcomes ??= await RunToEndAsync(scenario, service, folder);
        referee.CheckEnd(outcomes, calm);
        if (_tally.Rounds % RoundsBetweenRepeats == 1)
        {
            await CheckAgainAsync(scenario, service, folder, outcomes);
        }

        Count(scenario, service, outcomes);
    }

    private async Task<IReadOnlyList<Outcome>> RunCalmAsync(Scenario scenario)
    {
        await using var service = await scenario.StartServiceAsync();
        using var folder = new BatchFolder();
        var outcomes = await RunToEndAsync(scenario, service, folder);
        new Referee(scenario, service, folder).CheckEnd(outcomes, outcomes);
        return outcomes;
    }

    /// <summary>A run that is killed at a drawn moment.</summary>
    /// <returns>What it wrote, where it ended before that moment; else null.</returns>
    private async Task<IReadOnlyList<Outcome>?> RunToKillAsync(Scenario scenario, ServiceSimulator service, BatchFolder folder, Referee referee)
    {
        var trigger = Trigger.Draw(_random, service, folder);
        using var watch = new CancellationTokenSource(Patience);
        using var run = await StartAsync(scenario, service, folder);
        var moment = trigger.WaitAsync(watch.Token);
        if (await Task.WhenAny(moment, run.Ended()) != moment || !await run.KillAsync())
        {
            await watch.CancelAsync();
            return await FinishAsync(run);
        }

        await moment;
        _tally.Kill(trigger.Name, referee.CheckAfterKill());
        if (_random.Next(4) == 0)
        {
            folder.TearJournal(_random);
        }

        return null;
    }

    /// <summary>The same line once more, when all is done, does nothing and says the same.</summary>
    private async Task CheckAgainAsync(Scenario scenario, ServiceSimulator service, BatchFolder folder, IReadOnlyList<Outcome> before)
    {
        var (bill, downloads) = (service.Bill.Count, service.Calls.Count(call => call.Operation == Operation.Download));
        var after = await RunToEndAsync(scenario, service, folder);
        var same = after.Select(Known).OrderBy(outcome => outcome.Name).SequenceEqual(before.Select(Known).OrderBy(outcome => outcome.Name));
        if (!same || service.Bill.Count != bill || service.Calls.Count(call => call.Operation == Operation.Download) != downloads)
        {
            throw new CampaignException($"A batch that is done was not left alone: {string.Join("; ", after)}");
        }

        static Outcome Known(Outcome outcome) => outcome.IsUnknown ? outcome with { Result = "unknown" } : outcome;
    }

    private async Task<EngineProcess> StartAsync(Scenario scenario, ServiceSimulator service, BatchFolder folder)
    {
        var run = _next;
        _next = EngineProcess.Start(Script);
        _tally.Runs++;
        folder.Write(scenario.Shuffle(_random));
        await run.ReceiveAsync();
        await run.SendAsync($"{folder.Path}\t{service.BaseUri}\t{scenario.RequestTimeoutSec}");
        return run;
    }

    private async Task<IReadOnlyList<Outcome>> RunToEndAsync(Scenario scenario, ServiceSimulator service, BatchFolder folder)
    {
        using var run = await StartAsync(scenario, service, folder);
        return await FinishAsync(run);
    }

    private static async Task<IReadOnlyList<Outcome>> FinishAsync(EngineProcess run)
    {
        using var patience = new CancellationTokenSource(Patience);
        var outcomes = new List<Outcome>();
        try
        {
            string? line;
            while ((line = await run.ReceiveAsync(patience.Token)) is not null and not "end")
            {
                outcomes.Add(Outcome.Read(line) ?? throw new CampaignException($"the run said: {line}"));
            }

            await run.Ended(patience.Token);
            return line == "end" ? outcomes : throw new CampaignException($"the run broke off: {await run.ErrorsAsync()}");
        }
        catch (OperationCanceledException)
        {
            throw new CampaignException($"the run did not end; it wrote {string.Join("; ", outcomes)}");
        }
    }

    private void Count(Scenario scenario, ServiceSimulator service, IReadOnlyList<Outcome> outcomes)
    {
        var lost = scenario.Rows.Where(row => row.IsLost).Select(row => row.Name).ToHashSet();
        _tally.Rows += scenario.Rows.Count;
        _tally.Paid += service.Bill.Count;
        _tally.Saved += outcomes.Count(outcome => outcome.Result == Outcome.Saved);
        _tally.LostByService += outcomes.Count(outcome => outcome.IsUnknown && lost.Contains(outcome.Name));
        _tally.LostByKill += outcomes.Count(outcome => outcome.IsUnknown && !lost.Contains(outcome.Name));
    }
}
