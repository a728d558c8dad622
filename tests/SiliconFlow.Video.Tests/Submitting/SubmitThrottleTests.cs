using SiliconFlow.Video.Service;
using SiliconFlow.Video.Submitting;
using SiliconFlow.Video.Tests.Service;

namespace SiliconFlow.Video.Tests.Submitting;

/// <summary>Whose turn it is.</summary>
public sealed class SubmitThrottleTests : IDisposable
{
    private readonly VirtualTime _time = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly SFVideoConnection _connection;
    private readonly SubmitThrottle _throttle;

    public SubmitThrottleTests()
    {
        _connection = ServiceRig.Connect(new Uri("http://127.0.0.1:9/v1"), _time);
        _throttle = new SubmitThrottle(_connection, limit: 1, TimeSpan.FromMinutes(10), new RecordingObserver(), _stop.Token);
    }

    public void Dispose()
    {
        _connection.Dispose();
        _stop.Dispose();
    }

    [Fact]
    public async Task Refused_rows_come_before_rows_that_were_never_tried_the_oldest_first()
    {
        var order = new List<int>();
        (await Enter(1)).Refused();

        await _time.RunAsync(All([.. new[] { 4, 5, 6, 2, 1, 3, 7 }.Select(row => Follow(row, order))]));

        Assert.Equal([1, 2, 3, 4, 5, 6, 7], order);
    }

    [Fact]
    public async Task Row_that_was_refused_often_lets_others_pass_while_it_rests()
    {
        var order = new List<int>();

        await _time.RunAsync(All([Follow(1, order, attempts: 4), Follow(2, order), Follow(3, order)]));

        Assert.Equal([2, 3, 1], order);
        Assert.Equal(TimeSpan.FromSeconds(4), _time.Elapsed);
    }

    [Fact]
    public async Task Row_that_is_refused_alone_goes_first_twice_in_a_row_at_most()
    {
        // Left to chance it would go first about every second time, and this would pass once in a million runs.
        for (var round = 0; round < 50; round++)
        {
            using var connection = ServiceRig.Connect(new Uri("http://127.0.0.1:9/v1"), _time);
            var throttle = new SubmitThrottle(connection, limit: 1, TimeSpan.FromMinutes(10), new RecordingObserver(), CancellationToken.None);
            var busy = await throttle.EnterAsync(1, 0);
            var patient = throttle.EnterAsync(2, 0);
            for (var attempt = 1; !patient.IsCompleted; attempt++)
            {
                Assert.InRange(attempt, 1, 2);
                busy.Refused();
                var again = throttle.EnterAsync(1, attempt);
                await _time.RunAsync(Task.WhenAny(again, patient));
                busy = again.IsCompleted ? await again : busy;
            }

            (await patient).Dispose();
        }
    }

    [Fact]
    public async Task Pause_of_the_connection_holds_all_turns()
    {
        _connection.Pause.Extend(TimeSpan.FromSeconds(30));

        using var turn = await _time.RunAsync(Enter(1));

        Assert.Equal(TimeSpan.FromSeconds(30), _time.Elapsed);
    }

    [Fact]
    public async Task Pause_that_grows_meanwhile_is_waited_for_to_its_end()
    {
        _connection.Pause.Extend(TimeSpan.FromSeconds(30));
        var entering = Enter(1);
        _connection.Pause.Extend(TimeSpan.FromSeconds(45));

        using var turn = await _time.RunAsync(entering);

        Assert.Equal(TimeSpan.FromSeconds(45), _time.Elapsed);
    }

    [Fact]
    public async Task Stop_empties_the_line_and_lets_nobody_in_any_more()
    {
        using var turn = await Enter(1);
        _connection.Pause.Extend(TimeSpan.FromSeconds(30));
        var waiting = Enumerable.Range(2, 10).Select(row => Enter(row)).ToArray();

        await _stop.CancelAsync();

        foreach (var row in waiting.Append(Enter(12)))
        {
            Assert.Equal(_stop.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => row)).CancellationToken);
        }

        Assert.Equal(TimeSpan.Zero, _time.Elapsed);
    }

    [Fact]
    public async Task Once_it_is_open_nobody_waits()
    {
        _connection.Pause.Extend(TimeSpan.FromSeconds(30));
        var waiting = Enumerable.Range(1, 10).Select(row => Enter(row)).ToArray();

        _throttle.Open();

        Assert.Equal(10, (await Task.WhenAll(waiting)).Length);
        await Enter(11);
        Assert.Equal(TimeSpan.Zero, _time.Elapsed);
    }

    private Task<SubmitTurn> Enter(int row, int attempts = 0) => _throttle.EnterAsync(row, attempts);

    private async Task Follow(int row, List<int> order, int attempts = 0)
    {
        using var turn = await Enter(row, attempts);
        lock (order)
        {
            order.Add(row);
        }

        turn.Taken();
    }

    private static async Task<bool> All(Task[] tasks)
    {
        await Task.WhenAll(tasks);
        return true;
    }
}
