using SiliconFlow.Simulator;
using SiliconFlow.Video.CrashCampaign;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Batches;

/// <summary>Batches in processes whose files may grow only so far: to them, a disk that is full.</summary>
public sealed class FullDiskTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly BatchFolder _folder = new();

    [UnixFact]
    public async Task A_row_that_the_journal_has_no_room_for_is_not_sent()
    {
        await using var service = await StartServiceAsync();
        Write("a cat");
        FillJournal(4096 - 50);

        var full = await RunAsync(service, largestFile: 4096);

        Assert.StartsWith("stopped\tJournalWriteFailed,", Assert.Single(full), StringComparison.Ordinal);
        Assert.DoesNotContain(service.Calls, call => call.Operation == Operation.Submit);
        Assert.Equal(4096 - 50, new FileInfo(_folder.JournalPath).Length);
        await AssertGoesOnAsync(service);
    }

    [UnixFact]
    public async Task Every_id_that_the_journal_has_no_room_for_is_told_and_the_row_not_paid_again()
    {
        await using var service = await StartServiceAsync();
        Write("a cat", "a dog");
        var (intents, submitted) = await MeasureAsync();
        FillJournal(4096 - intents - (submitted / 2));

        string[] full;
        using (var answers = service.HoldCalls(Operation.Submit))
        {
            var run = RunAsync(service, largestFile: 4096);
            await service.WaitForCallAsync(Operation.Submit, 2).WaitAsync(Patience);
            answers.Dispose();
            full = await run;
        }

        Assert.Equal(2, service.Bill.Count);
        Assert.Equal(
            service.Bill.Select(entry => $"JournalWriteFailed/{entry.RequestId}").Order(),
            full[..2].Select(line => Outcome.Read(line)!).Select(outcome => $"{outcome.Result}/{outcome.RequestId}").Order());
        Assert.StartsWith("stopped\tJournalWriteFailed,", full[2], StringComparison.Ordinal);
        Assert.Equal(3, full.Length);

        var next = await RunAsync(service);

        Assert.Equal(["SubmitOutcomeUnknown", "SubmitOutcomeUnknown", "end"], next.Select(line => line.Split('\t')[0]));
        Assert.Equal(2, service.Bill.Count);
    }

    [UnixFact]
    public async Task A_video_that_the_disk_has_no_room_for_leaves_nothing_and_is_fetched_when_there_is()
    {
        await using var service = await StartServiceAsync();
        Write("a cat");

        var full = await RunAsync(service, largestFile: 8192);

        Assert.Equal(["DownloadFailed", "end"], full.Select(line => line.Split('\t')[0]));
        Assert.Empty(_folder.Videos);
        Assert.Empty(_folder.Partials);
        await AssertGoesOnAsync(service);
    }

    public void Dispose() => _folder.Dispose();

    private static Task<ServiceSimulator> StartServiceAsync() => ServiceSimulator.StartAsync(new SimulatorOptions { QueueTime = TimeSpan.Zero, RunTime = TimeSpan.Zero });

    private static Task<string[]> RunAsync(ServiceSimulator service, BatchFolder folder, int? largestFile) => Task.Run(async () =>
    {
        using var patience = new CancellationTokenSource(Patience);
        using var run = EngineProcess.Start(Campaign.Script, largestFile);
        Assert.Equal("ready", await run.ReceiveAsync(patience.Token));
        await run.SendAsync($"{folder.Path}\t{service.BaseUri}\t100");
        var lines = new List<string>();
        while (await run.ReceiveAsync(patience.Token) is { } line)
        {
            lines.Add(line);
        }

        return lines.ToArray();
    });

    private Task<string[]> RunAsync(ServiceSimulator service, int? largestFile = null) => RunAsync(service, _folder, largestFile);

    private void Write(params string[] prompts) => _folder.Write(prompts.Select((prompt, i) => new Row($"row-{i}", prompt, "1280x720", IsLost: false)));

    /// <summary>Blank lines mean nothing to a journal, and take room.</summary>
    private void FillJournal(int length) => File.WriteAllText(_folder.JournalPath, new string(' ', length - 1) + "\n");

    /// <summary>How much room the intents of all rows take, and one id.</summary>
    private async Task<(int Intents, int Submitted)> MeasureAsync()
    {
        await using var service = await StartServiceAsync();
        using var folder = new BatchFolder();
        File.Copy(Path.Combine(_folder.Path, "rows.tsv"), Path.Combine(folder.Path, "rows.tsv"));
        await RunAsync(service, folder, largestFile: null);
        var lines = await File.ReadAllLinesAsync(folder.JournalPath);
        return (
            lines.Where(line => line.Contains("\"intent\"", StringComparison.Ordinal)).Sum(line => line.Length + 1),
            lines.First(line => line.Contains("\"submitted\"", StringComparison.Ordinal)).Length + 1);
    }

    /// <summary>The same line, now that there is room, ends as if nothing had been.</summary>
    private async Task AssertGoesOnAsync(ServiceSimulator service)
    {
        var lines = await RunAsync(service);

        Assert.Equal(["Saved", "end"], lines.Select(line => line.Split('\t')[0]));
        var id = Assert.Single(service.Bill).RequestId;
        using var video = service.OpenVideo(id);
        Assert.Equal(video.Length, new FileInfo(Assert.Single(_folder.Videos)).Length);
    }
}
