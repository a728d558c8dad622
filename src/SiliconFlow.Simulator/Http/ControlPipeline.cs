using System.Text.Json.Serialization.Metadata;

namespace SiliconFlow.Simulator;

/// <summary>Answers the <c>/sim</c> calls, by which scripts watch and steer the simulator. They are neither recorded nor struck by faults.</summary>
internal sealed class ControlPipeline(World world)
{
    private static readonly SimulatorJson Json = ReadableJson.Context;

    public static bool IsFor(HttpRequest request) => request.Path.StartsWithSegments("/sim", StringComparison.Ordinal);

    public Task RunAsync(HttpContext context) => (context.Request.Method, context.Request.Path.Value) switch
    {
        ("GET", "/sim/bill") => WriteAsync(context, 200, world.Bill.All, Json.IReadOnlyListBillEntry),
        ("GET", "/sim/calls") => WriteAsync(context, 200, world.Calls.All, Json.IReadOnlyListCallRecord),
        ("GET", "/sim/jobs") => WriteAsync(context, 200, world.Jobs.LookAll(), Json.IReadOnlyListJobRecord),
        ("GET", "/sim/faults") => WriteAsync(context, 200, world.Faults.Plan, Json.FaultPlan),
        ("POST", "/sim/faults") => SetFaultsAsync(context),
        ("DELETE", "/sim/faults") => Done(context, () => world.Faults.Plan = FaultPlan.None),
        ("POST", "/sim/reset") => Done(context, world.Reset),
        _ => WriteAsync(context, 404, new ControlError($"There is no {context.Request.Method} {context.Request.Path}."), Json.ControlError),
    };

    private async Task SetFaultsAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var text = await reader.ReadToEndAsync(context.RequestAborted);
        try
        {
            world.Faults.Plan = FaultPlan.Parse(text);
        }
        catch (FormatException e)
        {
            await WriteAsync(context, 400, new ControlError(e.Message), Json.ControlError);
            return;
        }

        await WriteAsync(context, 200, world.Faults.Plan, Json.FaultPlan);
    }

    private static Task Done(HttpContext context, Action action)
    {
        action();
        context.Response.StatusCode = 204;
        return Task.CompletedTask;
    }

    private static Task WriteAsync<T>(HttpContext context, int status, T value, JsonTypeInfo<T> type)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(value, type, cancellationToken: context.RequestAborted);
    }
}
