using System.Management.Automation;
using Microsoft.Extensions.Time.Testing;
using SiliconFlow.Simulator;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Commands;

/// <summary>How rows flow through a whole line: what is done goes on, whatever else is still under way.</summary>
public sealed class FlowTests
{
    private const string Line = "'slow', 'b', 'c' | New-SFVideo | Wait-SFVideo | Save-SFVideo -Destination videos";

    /// <summary>The simulator's clock. Jobs end at once, and a call about 'slow' is answered when the clock is moved. It is about right, so that links are valid.</summary>
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);

    [Fact]
    public async Task Files_come_out_while_a_submit_is_still_under_way()
    {
        await using var session = await StartAsync(Operation.Submit);

        RunningScript script = session.Start(Line);
        await script.Until(now => now.Output.Count == 2);

        Assert.Equal(2, Directory.GetFiles(session.Folder["videos"], "*.mp4").Length);
        await EndAsync(script);
    }

    [Fact]
    public async Task Files_come_out_while_a_question_is_still_under_way()
    {
        await using var session = await StartAsync(Operation.Status);

        RunningScript script = session.Start(Line);
        await script.Until(now => now.Output.Count == 2);
        await session.Simulator.WaitForCallAsync(Operation.Status, 3);

        await EndAsync(script);
    }

    [Fact]
    public async Task Errors_and_verbose_lines_of_later_commands_come_while_a_submit_is_still_under_way()
    {
        await using var session = await StartAsync(
            Operation.Submit,
            new FaultRule { Operation = Operation.Submit, Prompt = "c", Fault = FaultKind.GenerationFailed },
            new FaultRule { Operation = Operation.Download, Fault = FaultKind.Answer, Status = 400 });

        RunningScript script = session.Start(Line + " -Verbose");
        await script.Until(now => now.Errors.Count == 2 && now.Verbose.Count > 0);

        Assert.Equal(["DownloadFailed", "GenerationFailed"], (await EndAsync(script, 3)).Errors.Take(2).Select(error => error.Id()).Order());
    }

    [Fact]
    public async Task Other_commands_between_see_jobs_and_nothing_else()
    {
        await using var session = await StartAsync(Operation.Submit);

        RunningScript script = session.Start("'slow', 'b', 'c' | New-SFVideo | ForEach-Object { $_.RequestId | Out-Null; $_ } | Wait-SFVideo | ForEach-Object { \"$($_.Prompt) $($_.RequestId.Length)\" }");
        await session.Simulator.WaitForCallEndAsync(Operation.Status, 2);

        Assert.Equal(["b 12", "c 12", "slow 12"], (await EndAsync(script)).Lines.Order());
    }

    [Theory]
    [InlineData("New-SFVideo -OutVariable seen | Wait-SFVideo")]
    [InlineData("New-SFVideo -ov seen | Wait-SFVideo")]
    [InlineData("New-SFVideo | Wait-SFVideo -OutVariable seen | Save-SFVideo")]
    [InlineData("New-SFVideo -PipelineVariable job | Wait-SFVideo | ForEach-Object { $seen += @($job) }")]
    public async Task Variables_of_the_user_hold_jobs_and_nothing_else(string line)
    {
        await using var session = await StartAsync(Operation.Submit);

        RunningScript script = session.Start($"$seen = @(); 'slow', 'b', 'c' | {line} | Out-Null; $seen | ForEach-Object {{ $_.Prompt }}");
        await session.Simulator.WaitForCallEndAsync(Operation.Status, 2);

        Assert.Equal(3, (await EndAsync(script)).Lines.Count());
    }

    [Fact]
    public async Task Default_values_for_common_parameters_count_too()
    {
        await using var session = await StartAsync(Operation.Submit);

        RunningScript script = session.Start("$PSDefaultParameterValues['New-SFVideo:OutVariable'] = 'seen'; 'slow', 'b', 'c' | New-SFVideo | Wait-SFVideo | Out-Null; $seen | ForEach-Object { $_.Prompt }");
        await session.Simulator.WaitForCallEndAsync(Operation.Status, 2);

        Assert.Equal(["b", "c", "slow"], (await EndAsync(script)).Lines.Order());
    }

    [Theory]
    [InlineData("ForEach-Object { $seen += @($_); Get-Same $_ | Wait-SFVideo }")]
    [InlineData("ForEach-Object { $seen += @($_); $_ | Wait-SFVideo | Save-SFVideo }")]
    [InlineData("Wait-Proxy")]
    public async Task Commands_of_inner_pipelines_are_not_taken_for_neighbours(string next)
    {
        await using var session = await StartAsync(Operation.Submit);
        session.Run("""
            function Get-Same($job) { $job }
            function Wait-Proxy {
                param([Parameter(ValueFromPipeline)] $job)
                begin { $inner = { Wait-SFVideo }.GetSteppablePipeline(); $inner.Begin($true) }
                process { $script:seen += @($job); $inner.Process($job) }
                end { $inner.End() }
            }
            """).ThrowOnError();

        RunningScript script = session.Start($"$script:seen = @(); 'slow', 'b', 'c' | New-SFVideo | {next} | Out-Null; $script:seen | ForEach-Object {{ $_.RequestId.Length }}");
        await session.Simulator.WaitForCallEndAsync(Operation.Status, 2);

        Assert.Equal(["12", "12", "12"], (await EndAsync(script)).Lines);
    }

    private async Task<SimulatedSession> StartAsync(Operation slow, params FaultRule[] others)
    {
        var session = await SimulatedSession.StartAsync(new SimulatorOptions { QueueTime = TimeSpan.Zero, RunTime = TimeSpan.Zero, TimeProvider = _time });
        session.Hurry();
        session.Simulator.SetFaults([new FaultRule { Operation = slow, Prompt = "slow", Fault = FaultKind.Slow, Delay = TimeSpan.FromSeconds(1) }, .. others]);
        return session;
    }

    private async Task<ScriptResult> EndAsync(RunningScript script, int errors = 0)
    {
        _time.Advance(TimeSpan.FromSeconds(1));
        ScriptResult result = await script.Completion;
        Assert.Null(result.Terminated);
        Assert.Equal(errors, result.Errors.Count);
        return result;
    }
}
