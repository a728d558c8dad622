using System.Management.Automation;
using SiliconFlow.Simulator;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Commands;

/// <summary>What New-SFVideo says of each failure, and what becomes of the other rows.</summary>
public sealed class NewSFVideoErrorTests
{
    private static readonly string Busy = """{"code":50505,"message":"Model service overloaded. Please try again later.","data":null}""";

    public static TheoryData<FaultRule, string, string, ErrorCategory> OfOneRow { get; } = new()
    {
        { Answer(400), "InvalidRequest", "InvalidRequest", ErrorCategory.InvalidArgument },
        { Answer(400, """{"code":20012,"message":"Model does not exist.","data":null}"""), "InvalidRequest", "InvalidRequest", ErrorCategory.InvalidArgument },
        { Answer(422, """{"code":20015,"message":"wrong","data":null}"""), "InvalidRequest", "InvalidRequest", ErrorCategory.InvalidArgument },
        { Answer(429) with { RetryAfter = "0" }, "RateLimited", "RateLimit", ErrorCategory.LimitsExceeded },
        { Answer(503, Busy) with { RetryAfter = "0" }, "ServiceUnavailable", "ServiceUnavailable", ErrorCategory.ResourceUnavailable },
        { Answer(500), "SubmitOutcomeUnknown", "UnknownOutcome", ErrorCategory.OperationTimeout },
        { Answer(503, "<html>Bad gateway</html>") with { RetryAfter = "0" }, "SubmitOutcomeUnknown", "UnknownOutcome", ErrorCategory.OperationTimeout },
        { Answer(504), "SubmitOutcomeUnknown", "UnknownOutcome", ErrorCategory.OperationTimeout },
        { Answer(200, "{}"), "SubmitOutcomeUnknown", "UnknownOutcome", ErrorCategory.OperationTimeout },
        { Answer(200, "<html>Welcome</html>"), "SubmitOutcomeUnknown", "UnknownOutcome", ErrorCategory.OperationTimeout },
        { Answer(200, """{"code":20015,"message":"wrong","data":null}"""), "UnexpectedResponse", "Protocol", ErrorCategory.ProtocolError },
    };

    [Theory]
    [MemberData(nameof(OfOneRow))]
    public async Task A_failure_of_one_row_leaves_the_others(FaultRule fault, string id, string kind, ErrorCategory category)
    {
        await using var session = await SimulatedSession.StartAsync();
        session.Simulator.SetFaults(fault);

        ScriptResult result = session.Run(
            """
            [pscustomobject]@{ Prompt = 'first' },
            [pscustomobject]@{ Prompt = 'bad'; Name = 'mine'; ImageSize = '960x960'; NegativePrompt = 'rain'; Seed = 7 },
            [pscustomobject]@{ Prompt = 'last' } | New-SFVideo -RetryTimeoutSec 1
            """);

        Assert.Null(result.Terminated);
        ErrorRecord error = Assert.Single(result.Errors);
        Assert.Equal($"{id},SiliconFlow.Video.Commands.NewSFVideoCommand", error.FullyQualifiedErrorId);
        Assert.Equal($"SiliconFlow.Video.SFVideo{kind}Exception", error.Exception.GetType().FullName);
        Assert.Equal(category, error.CategoryInfo.Category);
        Assert.StartsWith("Row 2 (mine): ", error.ToString(), StringComparison.Ordinal);
        string trace = session.Simulator.Calls.Last(call => call.Fault is not null).TraceId!;
        Assert.Contains($"trace id {trace}", error.ToString(), StringComparison.Ordinal);
        Assert.Equal((trace, "Submit", fault.Status), (error.Get("TraceId"), error.Get("Operation"), error.Get("StatusCode")));
        Assert.NotEmpty(error.ErrorDetails.RecommendedAction);
        Assert.Equal(["first", "last"], result.Output.Get("Prompt").Order());
        Assert.Equal(["first", "last"], session.Simulator.Bill.Select(entry => entry.Prompt).Order());
        Assert.Equal(id is "RateLimited" or "ServiceUnavailable", session.Simulator.Calls.Count(call => call.Fault is not null) > 1);
    }

    [Fact]
    public async Task The_target_of_an_error_can_be_submitted_again()
    {
        await using var session = await SimulatedSession.StartAsync();
        await File.WriteAllBytesAsync(session.Folder["cat.png"], Pictures.Png);
        session.Simulator.SetFaults(Answer(400) with { Occurrences = "1-2" });

        ScriptResult result = session.Run(
            """
            [pscustomobject]@{ Prompt = 'bad'; Name = 'mine'; ImageSize = '960x960'; NegativePrompt = 'rain'; Seed = 7; Image = 'cat.png' },
            [pscustomobject]@{ Prompt = 'bad' } | New-SFVideo -ErrorAction SilentlyContinue -ErrorVariable failed -ThrottleLimit 1
            $failed | ForEach-Object { $_.TargetObject.GetType().FullName }
            $failed | ForEach-Object TargetObject | New-SFVideo -ThrottleLimit 1
            """).ThrowOnError();

        Assert.Equal(["SiliconFlow.Video.SFVideoRequest", "SiliconFlow.Video.SFVideoRequest"], result.Lines.Take(2));
        BillEntry full = session.Simulator.Bill.Single(entry => entry.Seed is not null);
        Assert.Equal(("bad", "960x960", "rain", 7L, (long?)Pictures.Png.Length), (full.Prompt, full.ImageSize, full.NegativePrompt, full.Seed, full.Image!.Length));
        Assert.Equal(3, session.Simulator.Bill.Single(entry => entry.Seed is null).Properties.Count);
        Assert.Equal(["mine", null], result.Output.Skip(2).Get("Name").OrderDescending());
    }

    public static TheoryData<FaultRule, string, string, ErrorCategory, bool> OfAllRows { get; } = new()
    {
        { Answer(401), "Unauthorized", "Authentication", ErrorCategory.AuthenticationError, true },
        { Answer(402), "InsufficientBalance", "Permission", ErrorCategory.QuotaExceeded, false },
        { Answer(403), "Forbidden", "Permission", ErrorCategory.PermissionDenied, false },
        { Answer(403, """{"code":30001,"message":"Sorry, your account balance is insufficient","data":null}"""), "InsufficientBalance", "Permission", ErrorCategory.QuotaExceeded, false },
        { Answer(404), "EndpointNotFound", "NotFound", ErrorCategory.ObjectNotFound, true },
    };

    [Theory]
    [MemberData(nameof(OfAllRows))]
    public async Task A_failure_that_all_rows_share_ends_the_sending(FaultRule fault, string id, string kind, ErrorCategory category, bool ends)
    {
        await using var session = await SimulatedSession.StartAsync();
        session.Simulator.SetFaults(fault);

        ScriptResult result = session.Run("try { 'first', 'second', 'bad', 'fourth', 'fifth' | New-SFVideo -ThrottleLimit 1; 'after' } catch { throw }");

        ErrorRecord error = result.Terminated?.ErrorRecord ?? Assert.Single(result.Errors);
        Assert.Equal(ends, result.Terminated is not null);
        Assert.Equal(($"{id},SiliconFlow.Video.Commands.NewSFVideoCommand", $"SFVideo{kind}Exception", category), (error.FullyQualifiedErrorId, error.Kind(), error.CategoryInfo.Category));
        Assert.Contains($"trace id {session.Simulator.Calls.Single(call => call.Fault is not null).TraceId}", error.ToString(), StringComparison.Ordinal);
        Assert.NotEmpty(error.ErrorDetails.RecommendedAction);

        // Rows start in the background and may pass one another, so which were taken is open, but not that each is accounted for.
        int taken = session.Simulator.Bill.Count;
        Assert.Equal(taken, result.Output.Count(item => item.BaseObject is not string));
        Assert.Equal(taken + 1, session.Simulator.Calls.Count);
        Assert.StartsWith($"Submitting ended; {5 - taken} of 5 rows were not taken: ", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(!ends, result.Output.Any(item => item.BaseObject is "after"));
    }

    [Fact]
    public async Task A_connection_that_breaks_after_the_job_was_taken_is_told_with_its_cause_and_not_repeated()
    {
        await using var session = await SimulatedSession.StartAsync();
        session.Simulator.SetFaults(new FaultRule { Operation = Operation.Submit, Fault = FaultKind.DropAfterTaking });

        ErrorRecord error = Assert.Single(session.Run("New-SFVideo p").Errors);

        Assert.Equal("SubmitOutcomeUnknown", error.Id());
        Assert.IsType<HttpRequestException>(error.Exception.InnerException);
        Assert.Contains("may have been created and charged", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Single(session.Simulator.Calls);
    }

    [Fact]
    public async Task What_cannot_be_delivered_is_tried_again_in_all_calm()
    {
        using var session = ModuleRunspace.Open();
        using var nobody = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        nobody.Start();
        string address = $"http://{nobody.LocalEndpoint}/v1";
        nobody.Stop();

        RunningScript script = session.Start($"Connect-SFVideo key -BaseUri {address}; New-SFVideo p -Verbose");
        await script.Until(now => now.Verbose.Any(line => line.StartsWith("Submit: retry 1 in", StringComparison.Ordinal)));
        ScriptResult result = await script.StopAsync();

        Assert.Contains(result.Verbose, line => line.StartsWith("POST /v1/video/submit -> The service could not be reached", StringComparison.Ordinal));
        Assert.Empty(result.Errors);
    }

    [Fact]
    public async Task ErrorAction_Stop_ends_the_script_with_the_rows_error()
    {
        await using var session = await SimulatedSession.StartAsync();

        ScriptResult result = session.Run("' ' | New-SFVideo -ErrorAction Stop; 'after'");

        Assert.Equal("InvalidRequest,SiliconFlow.Video.Commands.NewSFVideoCommand", Assert.IsType<ActionPreferenceStopException>(result.Terminated).ErrorRecord.FullyQualifiedErrorId);
        Assert.Empty(result.Output);
    }

    [Fact]
    public async Task An_error_can_be_caught_by_its_type()
    {
        // In a process of its own: here, the type's name would mean that of the tests' own reference.
        await using var simulator = await ServiceSimulator.StartAsync(new SimulatorOptions { Faults = FaultPlan.Of(Answer(429) with { Prompt = null, RetryAfter = "0" }) });

        string[] lines = await EngineHost.RunAsync(
            """
            Import-Module $module
            Connect-SFVideo key -BaseUri $other
            try { New-SFVideo p -RetryTimeoutSec 0 -ErrorAction Stop }
            catch [SiliconFlow.Video.SFVideoPermissionException] { 'wrong' }
            catch [SiliconFlow.Video.SFVideoRateLimitException] { "caught $($_.Exception.ErrorId) $($_.TargetObject.Prompt)" }
            """,
            $"{simulator.BaseUri}");

        Assert.Equal(["caught RateLimited p"], lines);
    }

    [Fact]
    public async Task Verbose_tells_each_call_and_each_retry()
    {
        await using var session = await SimulatedSession.StartAsync();
        session.Simulator.SetFaults(Answer(429) with { Prompt = "p", Occurrences = 1, RetryAfter = "0" });

        ScriptResult result = session.Run("New-SFVideo p -Verbose").ThrowOnError();

        string[] traces = [.. session.Simulator.Calls.Select(call => call.TraceId!)];
        string[] told = [.. result.Verbose.Skip(1)];
        Assert.StartsWith("Performing the operation \"Submit a paid video", result.Verbose[0], StringComparison.Ordinal);
        Assert.Matches($"^POST /v1/video/submit -> 429 in \\d+ ms \\(trace id {traces[0]}\\)$", told[0]);
        Assert.Equal("Submitting as the service allows: 1 at once.", told[1]);
        Assert.Matches("^Submit: retry 1 in 0\\.[456] s, since: The service's rate limit is reached", told[2]);
        Assert.Matches($"^POST /v1/video/submit -> 200 in \\d+ ms \\(trace id {traces[1]}\\)$", told[3]);
        Assert.All(told.Skip(4), line => Assert.StartsWith("Submitting as the service allows: ", line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("$VerbosePreference = 'Continue'; New-SFVideo p", true)]
    [InlineData("function Test-Caller { [CmdletBinding()] param() New-SFVideo p }; Test-Caller -Verbose", true)]
    [InlineData("$VerbosePreference = 'Continue'; New-SFVideo p -Verbose:$false", false)]
    [InlineData("New-SFVideo p", false)]
    public async Task Verbose_goes_by_the_callers_preference_too(string script, bool tells)
    {
        await using var session = await SimulatedSession.StartAsync();

        Assert.Equal(tells, session.Run(script).ThrowOnError().Verbose.Any(line => line.StartsWith("POST /v1/video/submit -> 200", StringComparison.Ordinal)));
    }

    private static FaultRule Answer(int status, string? body = null) => new() { Operation = Operation.Submit, Prompt = "bad", Fault = FaultKind.Answer, Status = status, Body = body };
}
