using System.Management.Automation;
using SiliconFlow.Simulator;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Commands;

/// <summary>The errors of the cmdlets for jobs, as scripts see them.</summary>
public sealed class JobErrorRecordTests
{
    [Theory]
    [InlineData("Get-SFVideo", 400, "InvalidRequest", "InvalidRequest", ErrorCategory.InvalidArgument)]
    [InlineData("Get-SFVideo", 401, "Unauthorized", "Authentication", ErrorCategory.AuthenticationError)]
    [InlineData("Get-SFVideo", 402, "InsufficientBalance", "Permission", ErrorCategory.QuotaExceeded)]
    [InlineData("Get-SFVideo", 403, "Forbidden", "Permission", ErrorCategory.PermissionDenied)]
    [InlineData("Get-SFVideo", 404, "EndpointNotFound", "NotFound", ErrorCategory.ObjectNotFound)]
    [InlineData("Get-SFVideo", 422, "InvalidRequest", "InvalidRequest", ErrorCategory.InvalidArgument)]
    [InlineData("Get-SFVideo", 429, "RateLimited", "RateLimit", ErrorCategory.LimitsExceeded)]
    [InlineData("Get-SFVideo", 503, "ServiceUnavailable", "ServiceUnavailable", ErrorCategory.ResourceUnavailable)]
    [InlineData("Get-SFVideo", 200, "UnexpectedResponse", "Protocol", ErrorCategory.ProtocolError)]
    [InlineData("Save-SFVideo", 503, "ServiceUnavailable", "ServiceUnavailable", ErrorCategory.ResourceUnavailable)]
    [InlineData("Wait-SFVideo -TimeoutSec 0", 503, "ServiceUnavailable", "ServiceUnavailable", ErrorCategory.ResourceUnavailable)]
    public async Task An_answer_becomes_its_error(string command, int status, string id, string kind, ErrorCategory category)
    {
        await using var session = await SimulatedSession.StartAsync();
        session.Hurry();
        string requestId = session.Submit("a hen")[0];
        session.Simulator.SetFaults(new FaultRule { Operation = Operation.Status, Fault = FaultKind.Answer, Status = status });

        ErrorRecord error = Assert.Single(session.Run($"$jobs | {command}").Errors);

        Check(error, requestId, id, kind, category);
        string trace = session.Simulator.Calls[^1].TraceId!;
        Assert.Contains(trace, error.ToString(), StringComparison.Ordinal);
        Assert.Equal(trace, PSObject.AsPSObject(error.Exception).Text("TraceId"));
        Assert.Equal(status, PSObject.AsPSObject(error.Exception).Get("StatusCode"));
    }

    [Fact]
    public async Task A_lost_connection_keeps_its_cause()
    {
        await using var session = await SimulatedSession.StartAsync();
        session.Hurry();
        string requestId = session.Submit("a hen")[0];
        session.Simulator.SetFaults(new FaultRule { Operation = Operation.Status, Fault = FaultKind.DropBeforeReading });

        ErrorRecord error = Assert.Single(session.Run("$jobs | Get-SFVideo").Errors);

        Check(error, requestId, "ConnectionFailed", "Connection", ErrorCategory.ConnectionError);
        Assert.NotNull(error.Exception.InnerException);
    }

    [Theory]
    [InlineData("failed", "Wait-SFVideo", "GenerationFailed", "GenerationFailed", ErrorCategory.InvalidResult)]
    [InlineData("failed", "Save-SFVideo", "GenerationFailed", "GenerationFailed", ErrorCategory.InvalidResult)]
    [InlineData("pending", "Wait-SFVideo -TimeoutSec 0", "WaitTimeout", "Timeout", ErrorCategory.OperationTimeout)]
    [InlineData("pending", "Save-SFVideo", "VideoNotReady", "Download", ErrorCategory.ResourceUnavailable)]
    [InlineData("good", "Save-SFVideo -FileName there", "FileExists", "Download", ErrorCategory.ResourceExists)]
    [InlineData("good", "Save-SFVideo -FileName expired", "LinkExpired", "Download", ErrorCategory.ResourceUnavailable)]
    public async Task The_state_of_a_job_becomes_its_error(string state, string command, string id, string kind, ErrorCategory category)
    {
        await using var session = await SimulatedSession.StartAsync(new SimulatorOptions { HoldJobs = true });
        string requestId = session.Submit("a hen")[0];
        Assert.True(state switch
        {
            "failed" => session.Simulator.TryFail(requestId),
            "good" => session.Simulator.TrySucceed(requestId),
            _ => true,
        });
        await File.WriteAllTextAsync(session.Folder["there.mp4"], "as it was");
        session.Simulator.SetFaults(new FaultRule { Operation = Operation.Download, Fault = FaultKind.ExpiredLink });

        ErrorRecord error = Assert.Single(session.Run($"$jobs | {command}").Errors);

        Check(error, requestId, id, kind, category);
    }

    [Fact]
    public async Task The_target_can_be_piped_again()
    {
        await using var session = await SimulatedSession.StartAsync(new SimulatorOptions { HoldJobs = true });
        string id = session.Submit("a hen")[0];
        session.Run("$jobs | Save-SFVideo -ErrorAction SilentlyContinue -ErrorVariable failed");
        session.Simulator.TrySucceed(id);

        Assert.Equal([id], session.Run("$failed.TargetObject | Save-SFVideo").ThrowOnError().RequestIds());
    }

    [Fact]
    public async Task Scripts_catch_errors_by_their_type()
    {
        await using var session = await SimulatedSession.StartAsync(new SimulatorOptions { HoldJobs = true });
        string id = session.Submit("a hen")[0];

        ScriptResult result = session.Run("""
            try { $jobs | Wait-SFVideo -TimeoutSec 0 -ErrorAction Stop; 'not stopped' }
            catch [SiliconFlow.Video.SFVideoRateLimitException] { 'wrong' }
            catch [SiliconFlow.Video.SFVideoTimeoutException] { "caught $($_.Exception.RequestId)" }
            """);

        Assert.Equal([$"caught {id}"], result.ThrowOnError().Lines);
    }

    private static void Check(ErrorRecord error, string requestId, string id, string kind, ErrorCategory category)
    {
        Assert.Equal(id, error.Id());
        Assert.Equal($"SiliconFlow.Video.SFVideo{kind}Exception", error.Exception.GetType().FullName);
        Assert.Equal(category, error.CategoryInfo.Category);
        Assert.Equal("SiliconFlow.Video.SFVideo", error.TargetObject.GetType().FullName);
        Assert.Equal(requestId, error.TargetObject.ToString());
        Assert.Contains(requestId, error.ToString(), StringComparison.Ordinal);
        Assert.Equal(requestId, PSObject.AsPSObject(error.Exception).Text("RequestId"));
        Assert.False(string.IsNullOrWhiteSpace(error.ErrorDetails.RecommendedAction));
    }
}
