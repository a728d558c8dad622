using System.IO.Pipelines;
using SiliconFlow.Video.Service;

namespace SiliconFlow.Video.Tests.Service;

public sealed class LinkContentTests
{
    private readonly VirtualTime _time = new();
    private readonly Pipe _pipe = new();

    [Fact]
    public async Task Host_that_falls_silent_is_given_up()
    {
        using var content = Open();
        var read = content.ReadAsync(new byte[10]);

        _time.Advance(LinkContent.StallLimit - TimeSpan.FromTicks(1));
        Assert.False(read.IsCompleted);
        _time.Advance(TimeSpan.FromTicks(1));

        Assert.Contains("nothing for 30 s", (await Assert.ThrowsAnyAsync<TimeoutException>(() => read)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Host_that_is_slow_but_not_silent_is_not_given_up()
    {
        using var content = Open();
        for (byte i = 0; i < 10; i++)
        {
            var read = content.ReadAsync(new byte[10]);
            _time.Advance(LinkContent.StallLimit - TimeSpan.FromTicks(1));
            await _pipe.Writer.WriteAsync(new[] { i });
            Assert.Equal(1, await read);
        }

        await _pipe.Writer.CompleteAsync();
        Assert.Equal(0, await content.ReadAsync(new byte[10]));
    }

    [Fact]
    public async Task Reader_that_gives_up_is_canceled()
    {
        using var stop = new CancellationTokenSource();
        using var content = Open(stop.Token);
        var read = content.ReadAsync(new byte[10]);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read);
    }

    private LinkContent Open(CancellationToken cancellationToken = default) => new(new HttpResponseMessage(), _pipe.Reader.AsStream(), _time, cancellationToken);
}
