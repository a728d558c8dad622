using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SiliconFlow.Video.Tests;

namespace SiliconFlow.Simulator;

/// <summary>In the place of the simulator in this process: one in a process beside, told and asked over its own calls. Tests use it by the same names.</summary>
internal sealed class ServiceSimulator : IAsyncDisposable
{
    private static readonly HttpClient Http = new(new HttpClientHandler { UseProxy = false, MaxConnectionsPerServer = 64 });
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    private readonly SimulatorProcess _process;
    private readonly SimulatorOptions _options;
    private readonly CancellationTokenSource _disposed = new();

    private ServiceSimulator(SimulatorProcess process, SimulatorOptions options)
    {
        _process = process;
        _options = options;
    }

    public Uri BaseUri => _process.BaseUri;

    public IReadOnlyList<BillEntry> Bill => Get("bill", ReadableJson.Context.IReadOnlyListBillEntry);

    public IReadOnlyList<CallRecord> Calls => Get("calls", ReadableJson.Context.IReadOnlyListCallRecord);

    public IReadOnlyList<JobRecord> Jobs => Get("jobs", ReadableJson.Context.IReadOnlyListJobRecord);

    public static async Task<ServiceSimulator> StartAsync(SimulatorOptions? options = null)
    {
        options ??= new SimulatorOptions();
        if (options.HoldJobs || (options.TimeProvider != TimeProvider.System && options.QueueTime + options.RunTime > TimeSpan.Zero))
        {
            throw new OutOfReachException("The simulator runs in another process: its jobs go by a clock of their own.");
        }

        return new ServiceSimulator(await SimulatorProcess.TakeAsync(options), options);
    }

    public void SetFaults(FaultPlan plan)
    {
        plan.Check();
        Send(HttpMethod.Post, "faults", plan.ToJson());
    }

    public void SetFaults(params IReadOnlyList<FaultRule> rules) => SetFaults(FaultPlan.Of(rules));

    public Task<CallRecord> WaitForCallAsync(Operation operation, int occurrence = 1) =>
        WaitAsync(() => Calls.FirstOrDefault(call => call.Operation == operation && call.Occurrence == occurrence));

    public Task<CallRecord> WaitForCallEndAsync(Operation operation, int occurrence = 1) =>
        WaitAsync(() => Calls.FirstOrDefault(call => call.Operation == operation && call.Occurrence == occurrence && call.StatusCode is not null));

    public Task<BillEntry> WaitForBillAsync(int entry = 1) => WaitAsync(() => Bill.ElementAtOrDefault(entry - 1));

    public Stream OpenVideo(string requestId)
    {
        var content = new VideoContent(Bill.Single(entry => entry.RequestId == requestId).ImageSize, requestId, _options.VideoLength);
        var bytes = new byte[content.Length];
        for (var read = 0; read < bytes.Length; read += content.Read(read, bytes.AsSpan(read)))
        {
        }

        return new MemoryStream(bytes);
    }

    public IDisposable HoldCalls(Operation operation) => throw Held($"{operation} calls");

    public bool TrySucceed(string requestId) => throw Held($"job {requestId}");

    public bool TryFail(string requestId, string? reason = null) => throw Held($"job {requestId} ({reason})");

    public ValueTask DisposeAsync()
    {
        if (!_disposed.IsCancellationRequested)
        {
            _disposed.Cancel();

            // One that still has a call in the works could show it to the next test.
            if (Calls.All(call => call.StatusCode is not null))
            {
                Send(HttpMethod.Post, "reset");
                _process.GiveBack();
            }
        }

        return default;
    }

    private OutOfReachException Held(string what) => new($"The simulator at {BaseUri} is another process: {what} cannot be held and let go.");

    private async Task<T> WaitAsync<T>(Func<T?> look)
        where T : class
    {
        T? found;
        while ((found = look()) is null)
        {
            await Task.Delay(Pause, _disposed.Token);
        }

        return found;
    }

    private T Get<T>(string what, JsonTypeInfo<T> type) => JsonSerializer.Deserialize(Send(HttpMethod.Get, what), type)!;

    private string Send(HttpMethod method, string what, string? body = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(BaseUri, "/sim/" + what));
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        using var response = Http.SendAsync(request).GetAwaiter().GetResult();
        var text = response.Content.ReadAsStringAsync().GetAwaiter().GetResult();
        return response.IsSuccessStatusCode ? text : throw new InvalidOperationException($"{method} /sim/{what} was answered {response.StatusCode}: {text}");
    }
}
