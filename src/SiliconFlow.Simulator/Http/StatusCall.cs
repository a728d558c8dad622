using System.Text.Json;

namespace SiliconFlow.Simulator;

/// <summary>Says where jobs stand.</summary>
internal sealed class StatusCall(World world)
{
    /// <summary>The request id that a body asks for, or null.</summary>
    public static string? ReadRequestId(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            using var document = JsonDocument.ParseValue(ref reader);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("requestId", out var id)
                && id.ValueKind == JsonValueKind.String
                    ? id.GetString()
                    : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    public Answer Answer(Call call)
    {
        if (call.Job is not { } job)
        {
            return Simulator.Answer.Text(400, ServiceBodies.InvalidParameter);
        }

        if (call.Suffers(FaultKind.GenerationFailed))
        {
            world.Jobs.TryEnd(job.RequestId, call.Rule!.Reason ?? "");
        }

        var record = world.Jobs.Look(job);
        return Simulator.Answer.Json(JsonText.Write(json => Write(json, call, job, record)));
    }

    private void Write(Utf8JsonWriter json, Call call, Job job, JobRecord record)
    {
        json.WriteStartObject();
        json.WriteString("status"u8, call.Rule?.StatusText ?? record.State.ToString());
        if (record.State != JobState.Failed)
        {
            json.WriteNumber("position"u8, record.Position);
        }

        if (record.State != JobState.InProgress)
        {
            json.WriteString("reason"u8, record.Reason ?? "");
        }

        if (record.State == JobState.Succeed)
        {
            WriteResults(json, call, job, record);
        }
        else
        {
            json.WriteNull("results"u8);
        }

        json.WriteEndObject();
    }

    private void WriteResults(Utf8JsonWriter json, Call call, Job job, JobRecord record)
    {
        json.WriteStartObject("results"u8);
        json.WriteStartArray("videos"u8);
        if (!call.Suffers(FaultKind.SucceedWithoutUrl))
        {
            json.WriteStartObject();
            json.WriteString("url"u8, Link(call, job, record));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("timings"u8);
        json.WriteNumber("inference"u8, record.InferenceSeconds!.Value);
        json.WriteEndObject();
        json.WriteNumber("seed"u8, record.Seed);
        json.WriteEndObject();
    }

    private string Link(Call call, Job job, JobRecord record)
    {
        var path = job.Video.Path;
        var link = call.Suffers(FaultKind.ExpiredLink)
            ? world.Links.SignExpired(path)
            : world.Links.Sign(path, world.Options.FreshLinkOnStatus ? world.Options.TimeProvider.GetUtcNow() : record.CompletedAt!.Value);
        return new Uri(world.Root, link).AbsoluteUri;
    }
}
