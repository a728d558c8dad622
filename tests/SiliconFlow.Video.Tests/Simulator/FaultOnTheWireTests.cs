using System.Net;
using System.Net.Sockets;
using SiliconFlow.Simulator;

namespace SiliconFlow.Video.Tests.Simulator;

/// <summary>Faults that cut, stretch or slow what travels.</summary>
public sealed class FaultOnTheWireTests : SimulatorTest
{
    [Fact]
    public async Task Dropped_before_reading_nothing_is_taken_and_the_body_stays_unread()
    {
        Service.SetFaults(new FaultRule { Operation = Operation.Submit, Occurrences = 1, Fault = FaultKind.DropBeforeReading });
        using var client = new TcpClient();
        await client.ConnectAsync(Root.Host, Root.Port);
        await using var stream = client.GetStream();

        // A body that is announced and never comes: a simulator that wanted to read it would wait for ever.
        await stream.WriteAsync("POST /v1/video/submit HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n"u8.ToArray());

        await Assert.ThrowsAsync<IOException>(() => stream.ReadAsync(new byte[1]).AsTask().WaitAsync(Patience));
        Assert.Empty(Service.Bill);
        Assert.Equal((0, FaultKind.DropBeforeReading), (Service.Calls[0].StatusCode!.Value, Service.Calls[0].Fault!.Value));
        await SubmitAsync();
    }

    [Fact]
    public async Task Dropped_after_taking_the_job_is_on_the_bill()
    {
        Service.SetFaults(new FaultRule { Operation = Operation.Submit, Fault = FaultKind.DropAfterTaking });

        await Assert.ThrowsAsync<HttpRequestException>(() => TrySubmitAsync());

        Assert.Equal(Service.Bill[0].RequestId, Service.Calls[0].RequestId);
        Assert.Equal(0, Service.Calls[0].StatusCode);
    }

    [Theory]
    [InlineData(4000L, null, 4000)]
    [InlineData(0L, null, 0)]
    [InlineData(null, 0.25, 3393)]
    [InlineData(null, null, 6787)]
    public async Task Dropped_in_mid_body_every_byte_sent_arrives(long? bytes, double? fraction, int expected)
    {
        var job = await SubmitAsync();
        var link = await LinkAsync(job);
        Service.SetFaults(new FaultRule { Operation = Operation.Download, Fault = FaultKind.DropMidBody, AfterBytes = bytes, AfterFraction = fraction });

        using var response = await GetAsync(link);
        var (got, whole) = (await ReadToTheBreakAsync(response), VideoOf(job));

        Assert.Equal(13574, whole.Length);
        Assert.Equal(whole.Length, response.Content.Headers.ContentLength);
        Assert.Equal(whole[..expected], got);
    }

    [Fact]
    public async Task A_submit_dropped_in_mid_body_is_taken()
    {
        Service.SetFaults(new FaultRule { Operation = Operation.Submit, Fault = FaultKind.DropMidBody, AfterBytes = 5 });

        await Assert.ThrowsAsync<HttpRequestException>(() => TrySubmitAsync());

        Assert.Single(Service.Bill);
        Assert.Equal(200, Service.Calls[0].StatusCode);
    }

    [Fact]
    public async Task A_length_that_claims_too_much_breaks_off_after_the_whole_body()
    {
        var job = await SubmitAsync();
        var link = await LinkAsync(job);
        Service.SetFaults(new FaultRule { Operation = Operation.Download, Fault = FaultKind.WrongLength, LengthChange = 10 });

        using var response = await GetAsync(link);

        Assert.Equal(VideoOf(job).Length + 10, response.Content.Headers.ContentLength);
        Assert.Equal(VideoOf(job), await ReadToTheBreakAsync(response));
    }

    [Fact]
    public async Task A_length_that_claims_too_little_is_followed_by_the_surplus()
    {
        var job = await SubmitAsync();
        var link = await LinkAsync(job);
        Service.SetFaults(new FaultRule { Operation = Operation.Download, Fault = FaultKind.WrongLength, LengthChange = -100 });

        using var response = await GetAsync(link);
        var whole = VideoOf(job);
        Assert.Equal(whole[..^100], await response.Content.ReadAsByteArrayAsync());

        using var client = new TcpClient();
        await client.ConnectAsync(Root.Host, Root.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes($"GET {link.PathAndQuery} HTTP/1.1\r\nHost: localhost\r\n\r\n"));
        using var wire = new MemoryStream();
        await stream.CopyToAsync(wire).WaitAsync(Patience);
        Assert.Equal(whole, wire.ToArray()[^whole.Length..]);
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task A_hanging_call_is_never_answered(bool takesJob, int billed)
    {
        Service.SetFaults(new FaultRule { Operation = Operation.Submit, Fault = FaultKind.Hang, TakesJob = takesJob });
        using var stop = new CancellationTokenSource();
        var submit = TrySubmitAsync(cancellationToken: stop.Token);
        await Service.WaitForCallAsync(Operation.Submit).WaitAsync(Patience);
        if (takesJob)
        {
            await Service.WaitForBillAsync().WaitAsync(Patience);
        }

        Time.Advance(TimeSpan.FromDays(1));
        Assert.False(submit.IsCompleted);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => submit);
        Assert.Equal(billed, Service.Bill.Count);
    }

    [Fact]
    public async Task A_late_answer_waits_for_the_clock_and_the_work_is_done_before()
    {
        Service.SetFaults(new FaultRule { Operation = Operation.Submit, Fault = FaultKind.Slow, Delay = TimeSpan.FromMinutes(2) });
        var submit = TrySubmitAsync();
        await Service.WaitForBillAsync().WaitAsync(Patience);

        Time.Advance(TimeSpan.FromSeconds(119));
        Assert.False(submit.IsCompleted);
        Time.Advance(TimeSpan.FromSeconds(1));

        using var response = await submit;
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task A_trickle_comes_piece_by_piece()
    {
        var job = await SubmitAsync();
        var link = await LinkAsync(job);
        var whole = VideoOf(job);
        Service.SetFaults(new FaultRule { Operation = Operation.Download, Fault = FaultKind.Slow, BytesPerSecond = 10_000 });

        using var response = await GetAsync(link);
        await using var stream = await response.Content.ReadAsStreamAsync();
        var got = new byte[whole.Length];
        var read = 0;
        while (read < got.Length)
        {
            // A tenth of a second's worth arrives without the clock moving, and no more.
            var piece = Math.Min(1000, got.Length - read);
            await stream.ReadExactlyAsync(got.AsMemory(read, piece)).AsTask().WaitAsync(Patience);
            read += piece;
            Time.Advance(TimeSpan.FromMilliseconds(100));
        }

        Assert.Equal(whole, got);
    }

    private static async Task<byte[]> ReadToTheBreakAsync(HttpResponseMessage response)
    {
        var got = new MemoryStream();
        await using var stream = await response.Content.ReadAsStreamAsync();
        var broke = await Assert.ThrowsAnyAsync<IOException>(() => stream.CopyToAsync(got));
        Assert.Equal(HttpRequestError.ResponseEnded, Assert.IsType<HttpIOException>(broke).HttpRequestError);
        return got.ToArray();
    }
}
