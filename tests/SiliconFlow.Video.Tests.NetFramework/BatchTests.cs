using SiliconFlow.Simulator;
using SiliconFlow.Video.Journaling;
using SiliconFlow.Video.Saving;
using SiliconFlow.Video.Service;
using SiliconFlow.Video.Submitting;
using SiliconFlow.Video.Tests.Hosting;
using SiliconFlow.Video.Tests.Service;
using SiliconFlow.Video.Waiting;

namespace SiliconFlow.Video.Tests;

/// <summary>A whole batch, put together as the cmdlets do it: submit, wait and save, with a journal.</summary>
public sealed class BatchTests : IDisposable
{
    private const int Rows = 8;

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(30);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_batch_on_a_bad_day_is_paid_once_and_saved_whole_and_the_same_again_costs_nothing()
    {
        await using var rig = await ServiceRig.StartAsync(time: new SwiftTime());
        rig.Simulator.SetFaults(
            new FaultRule { Operation = Operation.Submit, Prompt = "row 5", Fault = FaultKind.DropAfterTaking },
            new FaultRule { Operation = Operation.Submit, Occurrences = "2-3", Fault = FaultKind.Answer, Status = 429 },
            new FaultRule { Operation = Operation.Status, Occurrences = 1, PerJob = true, Fault = FaultKind.StatusText, StatusText = "InProgress" },
            new FaultRule { Operation = Operation.Status, Occurrences = 2, PerJob = true, Fault = FaultKind.DropMidBody },
            new FaultRule { Operation = Operation.Download, Occurrences = 1, PerJob = true, Fault = FaultKind.DropMidBody },
            new FaultRule { Operation = Operation.Download, Occurrences = 2, PerJob = true, Fault = FaultKind.Answer, Status = 503 });

        var first = await RunAsync(rig);

        var others = Enumerable.Range(1, Rows).Where(row => row != 5).ToArray();
        Assert.Equal(others, first.Keys.Order());
        Assert.Equal(Rows, rig.Simulator.Bill.Count);
        Assert.Equal(Enumerable.Range(1, Rows).Select(row => $"row {row}"), rig.Simulator.Bill.Select(entry => entry.Prompt).Order());
        Assert.All(first, saved => Assert.Equal(rig.Video(saved.Value.RequestId), File.ReadAllBytes(_folder[$"{saved.Key}.mp4"])));
        Assert.Equal(["run.jsonl", "run.jsonl.lock", .. others.Select(row => $"{row}.mp4")], _folder.Files.OrderBy(file => !file.StartsWith("run", StringComparison.Ordinal)));
        Assert.All(rig.Calls(Operation.Download).GroupBy(call => call.RequestId), calls => Assert.Equal([false, true, true], calls.Select(call => call.Range is not null)));

        var before = rig.Simulator.Calls.Count(call => call.Operation != Operation.Status);
        rig.Simulator.SetFaults();
        var again = await RunAsync(rig);

        Assert.Equal(first.Values.Select(file => file.Sha256), again.Values.Select(file => file.Sha256));
        Assert.Equal(before, rig.Simulator.Calls.Count(call => call.Operation != Operation.Status));
        Assert.Empty(_folder.Partials);
    }

    /// <summary>Runs the batch; what comes of it is the saved file of each row that could be told.</summary>
    private async Task<SortedDictionary<int, SFVideoFile>> RunAsync(ServiceRig rig)
    {
        using var hold = Journal.Hold(_folder["run.jsonl"], rig.Connection.Time, forBatch: true);
        var planner = new RowPlanner(hold.Journal.Look, hold.Journal.FullName, retryFailed: false, retryUnknown: false);
        var submitter = rig.Submitter(retryTimeout: Limit);
        var waiter = rig.Waiter(Limit);
        var saver = rig.Saver(retry: RetrySettings.Download);
        var files = new SortedDictionary<int, SFVideoFile>();
        await Task.WhenAll(Enumerable.Range(1, Rows).Select(async row =>
        {
            var request = ServiceRig.Request($"row {row}");
            if (await SubmitAsync(planner.Next(request)) is { } video)
            {
                var ended = await waiter.WaitAsync(video, CancellationToken.None);
                await EndLog.WriteAsync(hold.Journal, ended.Video);
                var file = await saver.SaveAsync(ended.Video, _folder[$"{row}.mp4"], new SaveLog(hold.Journal), CancellationToken.None);
                lock (files)
                {
                    files.Add(row, file);
                }
            }

            async Task<SFVideo?> SubmitAsync(RowPlan plan)
            {
                try
                {
                    return plan.Action switch
                    {
                        RowAction.Submit => await submitter.SubmitAsync(request, new SubmitLog(hold.Journal, plan, rig.Connection.BaseUri)),
                        RowAction.Resume => plan.Known,
                        _ => null,
                    };
                }
                catch (SFVideoUnknownOutcomeException)
                {
                    return null;
                }
            }
        }));
        return files;
    }
}
