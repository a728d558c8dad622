namespace SiliconFlow.Simulator;

/// <summary>Takes jobs.</summary>
internal sealed class SubmitCall(World world)
{
    public Answer Answer(Call call)
    {
        if (!world.Limit.TryPass())
        {
            return Simulator.Answer.Text(429, ServiceBodies.RateLimited);
        }

        var request = call.Submit!;
        if (request.Refusal is { } refusal)
        {
            return Simulator.Answer.Text(400, refusal);
        }

        var fate = call.Suffers(FaultKind.GenerationFailed) ? call.Rule!.Reason ?? "" : null;
        var job = world.Bill.Take(() => world.Jobs.Add(request, fate), job => Entry(call, request, job));
        call.Job = job;
        call.Entry.Concerns(job.RequestId);
        return Simulator.Answer.Json(JsonText.Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("requestId"u8, job.RequestId);
            json.WriteEndObject();
        }));
    }

    private static BillEntry Entry(Call call, SubmitRequest request, Job job) => new()
    {
        RequestId = job.RequestId,
        TraceId = call.Entry.Record.TraceId!,
        At = job.SubmittedAt,
        Model = request.Model,
        Prompt = request.Prompt,
        ImageSize = request.ImageSize,
        NegativePrompt = request.NegativePrompt,
        Image = request.Image,
        Seed = request.Seed,
        Properties = request.Properties,
        UserAgent = call.Entry.Record.UserAgent,
        ContentType = call.Context.Request.ContentType,
    };
}
