using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace SiliconFlow.Simulator;

/// <summary>The service on loopback: a running simulator. All members may be used from any thread while calls come in.</summary>
public sealed class ServiceSimulator : IAsyncDisposable
{
    // A data URI of a large image has to pass; the service's own limit is not known.
    private const long LargestBody = 128 * 1024 * 1024;
    private const int Backlog = 4096;
    private static readonly TimeSpan StopTime = TimeSpan.FromSeconds(2);

    private readonly WebApplication _app;
    private readonly World _world;
    private readonly CancellationTokenSource _stopping;

    private ServiceSimulator(WebApplication app, World world, CancellationTokenSource stopping)
    {
        _app = app;
        _world = world;
        _stopping = stopping;
        BaseUri = new Uri(world.Root, "/v1");
    }

    /// <summary>The base address of the API, such as <c>http://127.0.0.1:43121/v1</c>.</summary>
    public Uri BaseUri { get; }

    /// <summary>Every submit that was taken, in order: a copy as of now.</summary>
    public IReadOnlyList<BillEntry> Bill => _world.Bill.All;

    /// <summary>Every request that arrived, refused ones too, in order of arrival: a copy as of now.</summary>
    public IReadOnlyList<CallRecord> Calls => _world.Calls.All;

    /// <summary>Every job as it stands now, in the order in which they were taken.</summary>
    public IReadOnlyList<JobRecord> Jobs => _world.Jobs.LookAll();

    /// <summary>Starts a simulator.</summary>
    /// <param name="options">How it behaves; null for the defaults.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <returns>The simulator, listening.</returns>
    /// <exception cref="FormatException">An address is malformed or not a loopback address.</exception>
    /// <exception cref="ArgumentException">An option or a rule of the fault plan is out of range.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<ServiceSimulator> StartAsync(SimulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new SimulatorOptions();
        options.Check();
        var addresses = ListenAddress.Parse(options.Urls);
        var world = new World(options);
        var stopping = new CancellationTokenSource();
        var app = Build(addresses);
        var service = new ServicePipeline(world, stopping.Token);
        var control = new ControlPipeline(world);
        app.Run(context => ControlPipeline.IsFor(context.Request) ? control.RunAsync(context) : service.RunAsync(context));
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch
        {
            stopping.Dispose();
            await app.DisposeAsync();
            throw;
        }

        var bound = app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>();
        world.Root = new Uri(bound.Addresses.First());
        return new ServiceSimulator(app, world, stopping);
    }

    /// <summary>Replaces the fault plan and starts its counting anew.</summary>
    /// <param name="plan">The plan.</param>
    /// <exception cref="ArgumentException">A rule could not do what it says; the message says which and why.</exception>
    public void SetFaults(FaultPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        _world.Faults.Plan = plan;
    }

    /// <summary>Replaces the fault plan by one of these rules.</summary>
    /// <param name="rules">The rules, in the order in which they are asked.</param>
    /// <exception cref="ArgumentException">A rule could not do what it says; the message says which and why.</exception>
    public void SetFaults(params IReadOnlyList<FaultRule> rules) => SetFaults(FaultPlan.Of(rules));

    /// <summary>Waits for a call to arrive: before its body is read, and before any hold, fault or delay.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="occurrence">Which call of that operation, from 1, since the start or the last reset.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The call's record as of its arrival; at once when it has arrived already. Canceled when the simulator is disposed.</returns>
    public Task<CallRecord> WaitForCallAsync(Operation operation, int occurrence = 1, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(occurrence, 1);
        return _world.Calls.WaitAsync(operation, occurrence, cancellationToken);
    }

    /// <summary>Waits for a call to be over: answered in full, cut off, or left by its client.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="occurrence">Which call of that operation, from 1, since the start or the last reset.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The call's last record; at once when it is over already. Canceled when the simulator is disposed.</returns>
    public Task<CallRecord> WaitForCallEndAsync(Operation operation, int occurrence = 1, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(occurrence, 1);
        return _world.Calls.WaitForEndAsync(operation, occurrence, cancellationToken);
    }

    /// <summary>Waits for a submit to be taken and billed, which is before its answer is sent.</summary>
    /// <param name="entry">Which entry of the bill, from 1.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The entry; at once when it is there already. Canceled when the simulator is disposed.</returns>
    public Task<BillEntry> WaitForBillAsync(int entry = 1, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(entry, 1);
        return _world.Bill.WaitAsync(entry, cancellationToken);
    }

    /// <summary>
    /// Keeps the calls of an operation waiting from now on: they arrive and are recorded, and nothing more is done until the hold is disposed of.
    /// A call whose client goes meanwhile comes to nothing.
    /// </summary>
    /// <param name="operation">The operation.</param>
    /// <returns>The hold; disposing of it lets the calls go on.</returns>
    public IDisposable HoldCalls(Operation operation) => _world.Holds.Add(operation);

    /// <summary>Takes a job out of the queue at once.</summary>
    /// <param name="requestId">The job.</param>
    /// <returns>False where there is no such job in the queue.</returns>
    public bool TryStart(string requestId) => _world.Jobs.TryStart(requestId);

    /// <summary>Ends a job well, at once.</summary>
    /// <param name="requestId">The job.</param>
    /// <returns>False where there is no such job, or it has ended already.</returns>
    public bool TrySucceed(string requestId) => _world.Jobs.TryEnd(requestId, failureReason: null);

    /// <summary>Fails a job at once.</summary>
    /// <param name="requestId">The job.</param>
    /// <param name="reason">Why; empty as the service often leaves it.</param>
    /// <returns>False where there is no such job, or it has ended already.</returns>
    public bool TryFail(string requestId, string reason = "")
    {
        ArgumentNullException.ThrowIfNull(reason);
        return _world.Jobs.TryEnd(requestId, reason);
    }

    /// <summary>Ends every job that is still to end, well, at once.</summary>
    /// <returns>How many those were.</returns>
    public int SucceedAll() => _world.Jobs.SucceedAll();

    /// <summary>The very bytes that a job's link serves when no fault changes them.</summary>
    /// <param name="requestId">The job, in any state.</param>
    /// <returns>A stream to read and to seek in; its length is the file's length in bytes.</returns>
    /// <exception cref="ArgumentException">There is no such job.</exception>
    public Stream OpenVideo(string requestId) => _world.Jobs.Find(requestId) is { } job
        ? new VideoStream(job.Video.Content)
        : throw new ArgumentException($"There is no job \"{requestId}\".", nameof(requestId));

    /// <summary>Forgets jobs, bill and calls, sets the fault plan of the start again, and draws from the seed anew.</summary>
    public void Reset() => _world.Reset();

    /// <summary>Stops listening. Calls in the works are cut off; waits end as canceled.</summary>
    /// <returns>A task that ends when all is closed.</returns>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _world.Calls.Close();
        _world.Bill.Close();
        using (var patience = new CancellationTokenSource(StopTime))
        {
            await _app.StopAsync(patience.Token);
        }

        await _app.DisposeAsync();
        _stopping.Dispose();
    }

    private static WebApplication Build(IReadOnlyList<ListenAddress> addresses)
    {
        // The empty builder reads no configuration: no file or variable of the user's can make the simulator listen elsewhere or log.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.Services.Configure<SocketTransportOptions>(sockets => sockets.Backlog = Backlog);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;

            // Tests make slow clients, and hold calls, on purpose.
            kestrel.Limits.MinRequestBodyDataRate = null;
            kestrel.Limits.MinResponseDataRate = null;
            kestrel.ConfigureEndpointDefaults(listen => listen.Protocols = HttpProtocols.Http1);
            foreach (var address in addresses)
            {
                address.Listen(kestrel);
            }
        });
        return builder.Build();
    }

    /// <summary>Leaves Ctrl+C to the program that the simulator runs in.</summary>
    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
