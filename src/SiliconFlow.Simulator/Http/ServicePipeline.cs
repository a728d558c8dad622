namespace SiliconFlow.Simulator;

/// <summary>Takes each call from its arrival to its answer: record, fault, work, answer.</summary>
internal sealed class ServicePipeline(World world, CancellationToken stopping)
{
    private readonly SubmitCall _submit = new(world);
    private readonly StatusCall _status = new(world);
    private readonly DownloadCall _download = new(world);
    private readonly AnswerWriter _writer = new(world.Options.TimeProvider);

    public async Task RunAsync(HttpContext context)
    {
        var operation = Route(context.Request);
        var isStorage = context.Request.Path.StartsWithSegments("/outputs", StringComparison.Ordinal);
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        var entry = world.Calls.Arrive(operation, context.Request, isStorage ? null : world.NextTraceId());
        var call = new Call(context, operation, entry, gone.Token);
        try
        {
            await ServeAsync(call);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            entry.Answered(e.StatusCode);
            throw;
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            context.Abort();
        }
        finally
        {
            world.Calls.End(entry);
        }
    }

    private static Operation Route(HttpRequest request) => (request.Method, request.Path.Value) switch
    {
        ("POST", "/v1/video/submit") => Operation.Submit,
        ("POST", "/v1/video/status") => Operation.Status,
        ("GET", "/v1/models") => Operation.Models,
        ("GET" or "HEAD", { } path) when path.StartsWith("/outputs/", StringComparison.Ordinal) => Operation.Download,
        _ => Operation.Other,
    };

    private async Task ServeAsync(Call call)
    {
        await world.Holds.PassAsync(call.Operation, call.Gone);
        if (call.Operation == Operation.Download)
        {
            Concern(call, world.Jobs.FindByPath(call.Context.Request.Path.Value!), named: null);
        }

        var choice = world.Faults.Arrive(call.Operation, call.Operation == Operation.Download ? SubjectOf(call) : null);
        if (choice.DropsBeforeReading)
        {
            call.Entry.StruckBy(FaultKind.DropBeforeReading);
            Cut(call);
            return;
        }

        await ReadAsync(call);
        call.Rule = world.Faults.Settle(choice, call.Operation, SubjectOf(call));
        call.Entry.StruckBy(call.Rule?.Fault);

        var answer = WorkIsDone(call.Rule) ? Work(call) : null;
        if (call.Suffers(FaultKind.Hang))
        {
            await Task.Delay(Timeout.Infinite, call.Gone);
        }

        if (call.Suffers(FaultKind.DropAfterTaking))
        {
            Cut(call);
            return;
        }

        await _writer.WriteAsync(call, FaultAnswers.Apply(call, answer));
    }

    /// <summary>Whether the call has its effect: faults that stand in place of the service keep it from that, unless they are told otherwise.</summary>
    private static bool WorkIsDone(FaultRule? rule) =>
        rule is null or { TakesJob: true } or not { Fault: FaultKind.Answer or FaultKind.Hang or FaultKind.Redirect };

    /// <summary>Resets the connection; first on record, so that whoever meets the reset finds it there.</summary>
    private static void Cut(Call call)
    {
        call.Entry.Answered(0);
        call.Context.Abort();
    }

    private async Task ReadAsync(Call call)
    {
        using var body = new MemoryStream();
        await call.Context.Request.Body.CopyToAsync(body, call.Gone);
        var bytes = body.GetBuffer().AsSpan(0, (int)body.Length);
        if (call.Operation == Operation.Submit)
        {
            call.Submit = SubmitReader.Read(bytes);
        }
        else if (call.Operation == Operation.Status && StatusCall.ReadRequestId(bytes) is { } requestId)
        {
            Concern(call, world.Jobs.Find(requestId), requestId);
        }
    }

    private static void Concern(Call call, Job? job, string? named)
    {
        call.Job = job;
        call.Entry.Concerns(job?.RequestId ?? named);
    }

    private FaultSubject? SubjectOf(Call call) => call switch
    {
        { Submit: { } submit } => new FaultSubject(null, submit.Prompt, null, submit.Prompt),
        { Job: { } job } => new FaultSubject(job.RequestId, job.Prompt, world.Jobs.StateOf(job), job.DrawKey),
        _ => null,
    };

    private Answer Work(Call call) => call.Operation switch
    {
        Operation.Download => _download.Answer(call),
        Operation.Other => Answer.Text(404, ServiceBodies.NotFound),
        _ => KeyCheck.Refusal(call.Context.Request, world.Options) ?? WorkForKey(call),
    };

    private Answer WorkForKey(Call call) => call.Operation switch
    {
        Operation.Submit => _submit.Answer(call),
        Operation.Status => _status.Answer(call),
        _ => ModelsCall.Answer(call.Context.Request),
    };
}
