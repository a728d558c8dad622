using SiliconFlow.Simulator;

namespace SiliconFlow.Video.CrashCampaign;

/// <summary>The moment of a kill, drawn from a random source.</summary>
internal sealed class Trigger
{
    private static readonly string[] Events = ["intent", "submitted", "succeeded", "saving", "saved"];
    private static readonly Operation[] Operations = [Operation.Submit, Operation.Status, Operation.Download];
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);

    private readonly Func<CancellationToken, Task> _wait;

    private Trigger(string name, Func<CancellationToken, Task> wait)
    {
        Name = name;
        _wait = wait;
    }

    /// <summary>What is waited for, for the count.</summary>
    public string Name { get; }

    /// <summary>Completes at the moment.</summary>
    public Task WaitAsync(CancellationToken cancellationToken) => _wait(cancellationToken);

    /// <summary>Draws the moment of the next kill, seen from how far the batch has come.</summary>
    public static Trigger Draw(Random random, ServiceSimulator service, BatchFolder folder)
    {
        var count = random.Next(1, 4);
        var operation = Operations[random.Next(Operations.Length)];
        var calls = service.Calls.Count(call => call.Operation == operation) + count;
        var step = Events[random.Next(Events.Length)];
        return random.Next(9) switch
        {
            0 => new("time", Moment(random.Next(900))),
            1 or 2 => WhenFolder("journal lines", folder, random.Next(1, 9), now => now.Journal.Count),
            3 or 4 => WhenFolder($"journal {step}", folder, count, now => now.Journal.Count(line => line.Event == step)),
            5 => WhenFolder("files", folder, count, now => now.Partials.Count + now.Videos.Count),
            6 => new($"{operation} arrived", token => service.WaitForCallAsync(operation, calls, token)),
            7 => new($"{operation} ended", token => service.WaitForCallEndAsync(operation, calls, token)),
            _ => new("billed", BilledAsync(service, service.Bill.Count + count)),
        };
    }

    private static Func<CancellationToken, Task> Moment(int milliseconds) => token => Task.Delay(milliseconds, token);

    private static Func<CancellationToken, Task> BilledAsync(ServiceSimulator service, int entry) => token => service.WaitForBillAsync(entry, token);

    /// <summary>Waits until a count of something in the folder has grown.</summary>
    private static Trigger WhenFolder(string name, BatchFolder folder, int growth, Func<BatchFolder, int> count)
    {
        var goal = count(folder) + growth;
        return new(name, async token =>
        {
            using var changes = new FileSystemWatcher(folder.Path) { IncludeSubdirectories = true };
            using var changed = new SemaphoreSlim(0);
            changes.Changed += (_, _) => changed.Release();
            changes.Created += (_, _) => changed.Release();
            changes.Renamed += (_, _) => changed.Release();
            changes.EnableRaisingEvents = true;
            while (count(folder) < goal)
            {
                // Watchers may miss a change; a glance now and then does not.
                await changed.WaitAsync(Glance, token);
            }
        });
    }
}
