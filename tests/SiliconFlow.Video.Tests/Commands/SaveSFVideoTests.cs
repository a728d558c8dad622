using System.Management.Automation;
using System.Security.Cryptography;
using SiliconFlow.Simulator;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Commands;

public sealed class SaveSFVideoTests
{
    private static readonly SimulatorOptions Held = new() { HoldJobs = true };

    [Theory]
    [InlineData("", "")]
    [InlineData("-Destination .", "")]
    [InlineData("-Destination new/deep", "new/deep/")]
    [InlineData("-Destination videos:/new", "drive/new/")]
    [InlineData("-Destination 'odd [1] `$x'", "odd [1] `$x/")]
    [InlineData("-Destination $full", "full/")]
    public async Task The_folder_is_given_as_users_write_paths_and_is_made(string destination, string folder)
    {
        await using var session = await SimulatedSession.StartAsync();
        string id = session.Submit("a hen")[0];
        Directory.CreateDirectory(session.Folder["drive"]);
        session.Run(
            "$state = $ExecutionContext.SessionState; $null = $state.Drive.New([Management.Automation.PSDriveInfo]::new('videos', $state.Provider.GetOne('FileSystem'), $drive, '', $null), 'global')",
            variables: new Dictionary<string, object?> { ["drive"] = session.Folder["drive"], ["full"] = session.Folder["full"] }).ThrowOnError();

        ScriptResult result = session.Run($"$jobs | Save-SFVideo {destination}").ThrowOnError();

        string file = Path.Combine([.. folder.Split('/', StringSplitOptions.RemoveEmptyEntries), $"{id}.mp4"]);
        Assert.Equal([file], session.Folder.Files);
        Assert.Equal(session.Folder[file], Assert.Single(result.Output).Text("FullName"));
    }

    [Theory]
    [InlineData("there", "there")]
    [InlineData("nowhere:/x", "nowhere")]
    [InlineData("env:/x", "not in the file system")]
    public async Task A_folder_that_cannot_be_is_an_error_before_anything_is_asked(string destination, string message)
    {
        await using var session = await SimulatedSession.StartAsync();
        session.Submit("a hen", "another");
        await File.WriteAllTextAsync(session.Folder["there"], "a file");

        ScriptResult result = session.Run($"$jobs | Save-SFVideo -Destination {destination}");

        Assert.Contains(message, Assert.Single(result.Errors).ToString(), StringComparison.Ordinal);
        Assert.Equal(0, session.Simulator.CountOf(Operation.Status));
        Assert.Equal(["there"], session.Folder.Files);
    }

    [Fact]
    public async Task The_file_is_what_the_service_made_and_the_object_describes_it()
    {
        await using var session = await SimulatedSession.StartAsync();

        PSObject file = Assert.Single(session.Run("New-SFVideo 'a hen' -Name hen -Seed 7 | Wait-SFVideo -PollIntervalSec 0.1 | Save-SFVideo").ThrowOnError().Output);

        byte[] content = await File.ReadAllBytesAsync(session.Folder["hen.mp4"]);
        await using Stream made = session.Simulator.OpenVideo(file.Text("RequestId")!);
        using var expected = new MemoryStream();
        await made.CopyToAsync(expected);
        Assert.Equal(expected.ToArray(), content);
        Assert.Equal((long)content.Length, file.Get("Length"));
        Assert.Equal(Convert.ToHexString(SHA256.HashData(content)), file.Text("Sha256"));
        Assert.Equal(("hen", "a hen", 7L), (file.Text("Name"), file.Text("Prompt"), file.Get("Seed")));
        Assert.Equal("Succeeded", PSObject.AsPSObject(file.Get("Video")).Text("Status"));
    }

    [Fact]
    public async Task WhatIf_leaves_no_trace()
    {
        await using var session = await SimulatedSession.StartAsync();
        session.Submit("a hen");

        Assert.Empty(session.Run("$jobs | Save-SFVideo -Destination videos -WhatIf").ThrowOnError().Output);

        Assert.False(Directory.Exists(session.Folder["videos"]));
        Assert.DoesNotContain(session.Simulator.Calls, call => call.Operation is Operation.Status or Operation.Download);
    }

    [Fact]
    public async Task A_file_that_is_there_stays_and_nothing_is_asked()
    {
        await using var session = await SimulatedSession.StartAsync();
        string id = session.Submit("a hen")[0];
        await File.WriteAllTextAsync(session.Folder[$"{id}.mp4"], "as it was");

        ScriptResult result = session.Run("$jobs | Save-SFVideo");

        Assert.Equal("FileExists", Assert.Single(result.Errors).Id());
        Assert.Equal("as it was", await File.ReadAllTextAsync(session.Folder[$"{id}.mp4"]));
        Assert.DoesNotContain(session.Simulator.Calls, call => call.Operation is Operation.Status or Operation.Download);
    }

    [Fact]
    public async Task Force_replaces_a_file()
    {
        await using var session = await SimulatedSession.StartAsync();
        string id = session.Submit("a hen")[0];
        await File.WriteAllTextAsync(session.Folder[$"{id}.mp4"], "as it was");

        PSObject file = Assert.Single(session.Run("$jobs | Save-SFVideo -Force").ThrowOnError().Output);

        Assert.Equal([$"{id}.mp4"], session.Folder.Files);
        Assert.Equal(file.Get("Length"), new FileInfo(session.Folder[$"{id}.mp4"]).Length);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_job_that_is_not_finished_is_asked_for_once(bool asRequestId)
    {
        await using var session = await SimulatedSession.StartAsync(Held);
        string[] ids = session.Submit("pending", "finished");
        session.Simulator.TrySucceed(ids[1]);

        ScriptResult result = session.Run(asRequestId ? "$jobs.RequestId | Save-SFVideo" : "$jobs | Save-SFVideo");

        Assert.Equal([ids[1]], result.RequestIds());
        ErrorRecord error = Assert.Single(result.Errors);
        Assert.Equal("VideoNotReady", error.Id());
        Assert.Equal(1, session.Simulator.Calls.Count(call => call.RequestId == ids[0] && call.Operation == Operation.Status));
    }

    [Fact]
    public async Task A_job_that_failed_is_an_error()
    {
        await using var session = await SimulatedSession.StartAsync(Held);
        string id = session.Submit("a hen")[0];
        session.Simulator.TryFail(id, "no hens");

        ScriptResult result = session.Run("$jobs | Save-SFVideo");

        Assert.Equal("GenerationFailed", Assert.Single(result.Errors).Id());
        Assert.Contains("no hens", result.Errors[0].ToString(), StringComparison.Ordinal);
        Assert.Empty(session.Folder.Files);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task No_more_downloads_run_at_once_than_the_limit_says(int limit)
    {
        await using var session = await SimulatedSession.StartAsync();
        session.Submit([.. Enumerable.Range(1, 12).Select(i => $"hen {i}")]);
        session.Run("$jobs = $jobs | Wait-SFVideo -PollIntervalSec 0.1").ThrowOnError();

        int most = 0;
        IDisposable hold = session.Simulator.HoldCalls(Operation.Download);
        RunningScript script = session.Start($"$jobs | Save-SFVideo -ThrottleLimit {limit}");
        for (int round = 1; round * limit <= 12; round++)
        {
            // A new hold before the old one goes: no call slips through uncounted.
            await session.Simulator.WaitForCallAsync(Operation.Download, round * limit);
            most = Math.Max(most, session.Simulator.Calls.Count(call => call is { Operation: Operation.Download, StatusCode: null }));
            IDisposable next = session.Simulator.HoldCalls(Operation.Download);
            hold.Dispose();
            hold = next;
        }

        hold.Dispose();
        ScriptResult result = (await script.Completion).ThrowOnError();
        Assert.Equal(12, result.Output.Count);
        Assert.Equal(limit, most);
        Assert.Equal(ProgressRecordType.Completed, result.Progress[^1].RecordType);
    }

    [Fact]
    public async Task The_key_goes_to_the_service_and_never_to_the_host_of_a_link()
    {
        await using var session = await SimulatedSession.StartAsync();
        session.Submit("a hen");

        session.Run("$jobs | Save-SFVideo").ThrowOnError();

        Assert.True(session.Simulator.Calls.Single(call => call.Operation == Operation.Status).AuthorizationPresent);
        Assert.False(session.Simulator.Calls.Single(call => call.Operation == Operation.Download).AuthorizationPresent);
    }
}
