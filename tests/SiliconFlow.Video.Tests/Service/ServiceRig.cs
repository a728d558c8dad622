using SiliconFlow.Simulator;
using SiliconFlow.Video.Requests;
using SiliconFlow.Video.Saving;
using SiliconFlow.Video.Service;
using SiliconFlow.Video.Submitting;
using SiliconFlow.Video.Waiting;

namespace SiliconFlow.Video.Tests.Service;

/// <summary>A connection to a simulator of its own, over real sockets, with what it did on record. Jobs end at once unless the options say otherwise.</summary>
internal sealed class ServiceRig : IAsyncDisposable
{
    /// <summary>Long and odd enough to be looked for wherever it must not be.</summary>
    public const string Key = "sk-secret-7f3a9c41d2";

    /// <summary>Two retries that wait for nothing.</summary>
    public static readonly RetrySettings AtOnce = new(2, TimeSpan.Zero, TimeSpan.Zero);

    private ServiceRig(ServiceSimulator simulator, SFVideoConnection connection)
    {
        Simulator = simulator;
        Connection = connection;
    }

    public ServiceSimulator Simulator { get; }

    public SFVideoConnection Connection { get; }

    public RecordingObserver Observer { get; } = new();

    public static SimulatorOptions Instant { get; } = new() { QueueTime = TimeSpan.Zero, RunTime = TimeSpan.Zero };

    /// <summary>Starts a simulator and connects to it.</summary>
    /// <param name="options">How the simulator behaves.</param>
    /// <param name="time">The clock of both sides.</param>
    /// <param name="key">The API key.</param>
    public static async Task<ServiceRig> StartAsync(SimulatorOptions? options = null, TimeProvider? time = null, string key = Key)
    {
        options ??= Instant;
        var simulator = await ServiceSimulator.StartAsync(time is null ? options : options with { TimeProvider = time });
        return new ServiceRig(simulator, Connect(simulator.BaseUri, time, key));
    }

    /// <summary>A connection as Connect-SFVideo makes it.</summary>
    public static SFVideoConnection Connect(Uri address, TimeProvider? time = null, string key = Key) =>
        new(address, ApiKey.Parse(key), ProxySettings.Create(null, null), TimeSpan.FromSeconds(100), "SiliconFlow.Video/0 PowerShell/0", time);

    /// <summary>A request as New-SFVideo makes it.</summary>
    public static VideoRequest Request(string prompt = "a cat", RequestImage? image = null) => VideoRequest.Create(new SFVideoRequest { Prompt = prompt }, image);

    public SubmitClient SubmitClient() => new(Connection, Observer);

    public StatusClient StatusClient(RetrySettings? retry = null) => new(Connection, Observer, retry ?? AtOnce);

    public Submitter Submitter(int throttleLimit = 4, TimeSpan retryTimeout = default, CancellationToken stop = default) =>
        new(SubmitClient(), throttleLimit, retryTimeout, stop, giveUp: CancellationToken.None);

    public Waiter Waiter(TimeSpan timeout, TimeSpan? interval = null, int? callsPerMinute = null) =>
        new(StatusClient(), new WaitSettings(timeout, interval, callsPerMinute), new Random(1));

    /// <summary>What counts the bytes of the rig's downloads.</summary>
    public TransferMeter Meter { get; } = new();

    public Saver Saver(bool replace = false, RetrySettings? retry = null, int throttleLimit = 4, Func<string, long?>? freeSpace = null) => new(
        StatusClient(retry),
        new Downloader(new LinkClient(Connection, Observer), Connection.Time, Observer, Meter, new DiskSpace(freeSpace ?? (_ => null)), retry ?? AtOnce),
        Connection.Time,
        replace,
        throttleLimit);

    /// <summary>Submits a job and returns it.</summary>
    public Task<SFVideo> SubmitAsync(string prompt = "a cat") => SubmitClient().SubmitAsync(Request(prompt), CancellationToken.None);

    /// <summary>Submits a job and returns it as a first status call shows it.</summary>
    public async Task<SFVideo> SubmitAndAskAsync(string prompt = "a cat") => await StatusClient().GetAsync(await SubmitAsync(prompt), CancellationToken.None);

    /// <summary>The calls of one kind that reached the simulator.</summary>
    public CallRecord[] Calls(Operation operation) => [.. Simulator.Calls.Where(call => call.Operation == operation)];

    /// <summary>The very bytes of a job's video.</summary>
    public byte[] Video(string requestId)
    {
        using var content = new MemoryStream();
        using var video = Simulator.OpenVideo(requestId);
        video.CopyTo(content);
        return content.ToArray();
    }

    public async ValueTask DisposeAsync()
    {
        Connection.Dispose();
        await Simulator.DisposeAsync();
    }
}
