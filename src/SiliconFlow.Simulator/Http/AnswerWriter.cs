using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;

namespace SiliconFlow.Simulator;

/// <summary>Sends answers, and does to the wire what a fault says.</summary>
internal sealed class AnswerWriter(TimeProvider time)
{
    private const int PieceLength = 64 * 1024;
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);

    public async Task WriteAsync(Call call, Answer answer)
    {
        if (call.Rule?.Delay is { } delay)
        {
            await time.WaitUntilAsync(call.Entry.Record.At + delay, call.Gone);
        }

        var response = call.Context.Response;
        var length = answer.Body.Length;
        var declared = call.Suffers(FaultKind.WrongLength) ? Math.Max(0, length + call.Rule!.LengthChange!.Value) : length;
        SetHead(call, answer, declared);
        if (declared < length)
        {
            response.Headers.Connection = "close";
        }

        call.Entry.Answered(answer.Status);
        if (call.Context.Request.Method == HttpMethods.Head || answer.Status is 204 or 304)
        {
            return;
        }

        // Fewer bytes than declared make Kestrel end the connection with FIN once they are sent: all of them arrive.
        var sent = call.Suffers(FaultKind.DropMidBody) ? call.Rule!.Cut(length) : Math.Min(length, declared);
        await response.StartAsync(call.Gone);
        await SendAsync(response.BodyWriter, answer.Body, 0, sent, call);
        if (declared < length)
        {
            await SendSurplusAsync(call, answer.Body, declared);
        }
    }

    private static void SetHead(Call call, Answer answer, long declared)
    {
        var response = call.Context.Response;
        response.StatusCode = answer.Status;
        response.ContentType = answer.ContentType;
        response.ContentLength = answer.Status is 204 or 304 ? null : declared;
        if (call.Entry.Record.TraceId is { } traceId)
        {
            response.Headers["x-siliconcloud-trace-id"] = traceId;
        }

        foreach (var (name, value) in answer.Headers)
        {
            if (value is null)
            {
                response.Headers.Remove(name);
            }
            else
            {
                response.Headers[name] = value;
            }
        }
    }

    private async Task SendAsync(PipeWriter output, AnswerBody body, long start, long end, Call call)
    {
        var rate = call.Rule?.BytesPerSecond;
        var piece = rate is { } perSecond ? (int)Math.Clamp((long)(perSecond * Tick.TotalSeconds), 1, PieceLength) : PieceLength;
        var began = time.GetUtcNow();
        for (var at = start; at < end;)
        {
            var count = (int)Math.Min(piece, end - at);
            body.Fill(at, output.GetSpan(count)[..count]);
            output.Advance(count);
            await output.FlushAsync(call.Gone);
            at += count;
            if (rate is { } bytesPerSecond && at < end)
            {
                await time.WaitUntilAsync(began + TimeSpan.FromSeconds((double)(at - start) / bytesPerSecond), call.Gone);
            }
        }
    }

    /// <summary>Sends what is past the declared length behind Kestrel's back, since Kestrel writes no more than it declared, and ends the connection.</summary>
    private async Task SendSurplusAsync(Call call, AnswerBody body, long declared)
    {
        await call.Context.Response.CompleteAsync();
        var wire = call.Context.Features.GetRequiredFeature<IConnectionTransportFeature>().Transport.Output;
        await SendAsync(wire, body, declared, body.Length, call);
    }
}
