using System.Text.RegularExpressions;
using SiliconFlow.Simulator;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Commands;

public sealed class GetSFVideoTests
{
    [Fact]
    public async Task Many_jobs_are_asked_for_once_each_and_each_call_is_told()
    {
        await using var session = await SimulatedSession.StartAsync();
        string[] ids = session.Submit([.. Enumerable.Range(1, 64).Select(i => $"hen {i}")]);

        ScriptResult result = session.Run("$jobs | Get-SFVideo -Verbose").ThrowOnError();

        Assert.Equal(ids.Order(), result.RequestIds().Order());
        CallRecord[] calls = [.. session.Simulator.Calls.Where(call => call.Operation == Operation.Status)];
        Assert.Equal(ids.Order(), calls.Select(call => call.RequestId).Order());
        Assert.Equal(calls.Select(call => call.TraceId).Order(), result.Verbose.Select(TraceIdOf).Order());
        Assert.DoesNotContain(result.Verbose, line => line.Contains(SimulatedSession.Key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_failed_job_is_no_error_of_the_question()
    {
        await using var session = await SimulatedSession.StartAsync(new SimulatorOptions { HoldJobs = true });
        string[] ids = session.Submit("failed", "queued", "started");
        session.Simulator.TryFail(ids[0], "no hens");
        session.Simulator.TryStart(ids[2]);

        ScriptResult result = session.Run("$jobs | Get-SFVideo").ThrowOnError();

        Assert.Equal(
            [("failed", "Failed", "no hens"), ("queued", "InQueue", null), ("started", "InProgress", null)],
            result.Output.Select(video => (video.Text("Prompt"), video.Text("Status"), video.Text("Reason"))).Order());
    }

    private static string TraceIdOf(string line)
    {
        Match match = Regex.Match(line, @"^POST /v1/video/status -> 200 in \d+ ms \(trace id (\S+)\)$");
        Assert.True(match.Success, line);
        return match.Groups[1].Value;
    }
}
