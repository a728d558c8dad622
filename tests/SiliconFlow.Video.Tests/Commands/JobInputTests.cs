using SiliconFlow.Simulator;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Commands;

/// <summary>What the cmdlets for jobs take for a job.</summary>
public sealed class JobInputTests
{
    [Theory]
    [InlineData("Get-SFVideo")]
    [InlineData("Wait-SFVideo")]
    [InlineData("Save-SFVideo -Force")]
    public async Task A_job_is_given_in_many_ways(string command)
    {
        await using var session = await SimulatedSession.StartAsync();
        string[] ids = session.Submit("one", "two");
        session.Run("$files = $jobs | Save-SFVideo -Destination before").ThrowOnError();

        foreach (string way in (string[])[
            "$jobs | <command>",
            "<command> $jobs",
            "<command> -Video $jobs",
            "$jobs.RequestId | <command>",
            "<command> $jobs.RequestId",
            "<command> -RequestId $jobs.RequestId",
            "foreach ($job in $jobs) { <command> -Video $job }",
            "foreach ($job in $jobs) { <command> $job.RequestId }",
            "foreach ($job in $jobs) { \" $($job.RequestId) \" | <command> }",
            "$files | <command>",
            "<command> $files",
            "foreach ($job in $jobs) { [pscustomobject] @{ RequestId = $job.RequestId } | <command> }",
            "$jobs | ForEach-Object { [pscustomobject] @{ request_id = $_.RequestId } } | <command>",
            "$jobs | ForEach-Object { [pscustomobject] @{ REQUESTID = $_.RequestId; Seed = 'no number'; Status = 'no status'; SubmittedAt = 'no date' } } | <command>",
        ])
        {
            ScriptResult result = session.Run(way.Replace("<command>", command, StringComparison.Ordinal));

            Assert.True(result.Errors.Count == 0 && result.Terminated is null, $"{way}: {string.Join(" ", result.Errors)}{result.Terminated}");
            Assert.Equal(ids.Order(), result.RequestIds().Order());
        }
    }

    [Theory]
    [InlineData("42", "System.Int32 has none")]
    [InlineData("$null", "nothing (or a blank request id) was given")]
    [InlineData("''", "nothing (or a blank request id) was given")]
    [InlineData("\" `t\"", "nothing (or a blank request id) was given")]
    [InlineData("([pscustomobject] @{ Prompt = 'a cat' })", "PSCustomObject has none")]
    [InlineData("([pscustomobject] @{ RequestId = ' ' })", "PSCustomObject has none")]
    [InlineData("@{ RequestId = 'in a hashtable' }", "Hashtable has none")]
    public async Task What_is_no_job_is_an_error_and_the_others_go_on(string stranger, string message)
    {
        await using var session = await SimulatedSession.StartAsync();
        string[] ids = session.Submit("one", "two");

        ScriptResult result = session.Run($"$jobs[0], {stranger}, $jobs[1] | Get-SFVideo");

        Assert.Equal(ids.Order(), result.RequestIds().Order());
        Assert.Contains(message, Assert.Single(result.Errors).ToString(), StringComparison.Ordinal);
        Assert.Equal(2, session.Simulator.CountOf(Operation.Status));
    }

    [Fact]
    public async Task A_blank_request_id_is_never_sent()
    {
        await using var session = await SimulatedSession.StartAsync();
        string id = session.Submit("one")[0];

        ScriptResult result = session.Run("Get-SFVideo -RequestId ' ', $jobs[0].RequestId");

        Assert.Equal([id], result.RequestIds());
        Assert.Equal("InvalidRequest", Assert.Single(result.Errors).Id());
        Assert.Equal([id], session.Simulator.Calls.Where(call => call.Operation == Operation.Status).Select(call => call.RequestId));
    }

    [Fact]
    public async Task The_same_job_may_come_twice()
    {
        await using var session = await SimulatedSession.StartAsync();
        string id = session.Submit("one")[0];

        Assert.Equal([id, id], session.Run("$jobs[0], $jobs[0] | Wait-SFVideo").ThrowOnError().RequestIds());
        Assert.Equal([id, id], session.Run("$jobs[0], $jobs[0] | Save-SFVideo").ThrowOnError().RequestIds());
        Assert.Equal([$"{id}.mp4", $"{id}_{id}.mp4"], session.Folder.Files);
    }

    [Fact]
    public async Task A_job_of_another_address_is_warned_of_once()
    {
        await using var session = await SimulatedSession.StartAsync();

        ScriptResult result = session.Run("1..2 | ForEach-Object { [pscustomobject] @{ RequestId = \"job$_\"; BaseUri = 'https://api.siliconflow.com/v1' } } | Get-SFVideo");

        string warning = Assert.Single(result.Warnings);
        Assert.Contains("job1", warning, StringComparison.Ordinal);
        Assert.Contains("https://api.siliconflow.com/v1", warning, StringComparison.Ordinal);
        Assert.Empty(session.Run("$null = New-SFVideo 'a hen' | Get-SFVideo").ThrowOnError().Warnings);
    }

    [Theory]
    [InlineData("Get-SFVideo -", "Connection RequestId Video")]
    [InlineData("Wait-SFVideo -", "Connection MaxPollsPerMinute PassThru PollIntervalSec RequestId TimeoutSec Video")]
    [InlineData("Save-SFVideo -", "Confirm Connection Destination FileName Force RequestId ThrottleLimit Video WhatIf")]
    public void Tab_offers_the_parameters(string line, string names)
    {
        using var session = ModuleRunspace.Open();

        ScriptResult result = session.Run(
            "[Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null).CompletionMatches.ListItemText",
            variables: new Dictionary<string, object?> { ["line"] = line });

        string[] common = [.. System.Management.Automation.Cmdlet.CommonParameters];
        Assert.Equal(names.Split(' '), result.ThrowOnError().Lines.Except(common).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Get-SFVideo", "SiliconFlow.Video.SFVideo")]
    [InlineData("Wait-SFVideo", "SiliconFlow.Video.SFVideo")]
    [InlineData("Save-SFVideo", "SiliconFlow.Video.SFVideoFile")]
    public void The_cmdlets_tell_what_they_write(string command, string type)
    {
        using var session = ModuleRunspace.Open();

        Assert.Equal([type], session.Run($"(Get-Command {command}).OutputType.Name").ThrowOnError().Lines);
    }
}
