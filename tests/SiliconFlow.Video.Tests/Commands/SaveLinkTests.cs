using SiliconFlow.Simulator;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Commands;

/// <summary>Links that have ended, and where links lead.</summary>
public sealed class SaveLinkTests
{
    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(410)]
    public async Task A_link_that_has_ended_is_replaced_by_a_fresh_one(int status)
    {
        await using var session = await SimulatedSession.StartAsync();
        string id = Ready(session);
        session.Simulator.SetFaults(new FaultRule { Operation = Operation.Download, Fault = FaultKind.Answer, Status = status, Occurrences = "1-2" });

        Assert.Equal([id], session.Run("$jobs | Save-SFVideo").ThrowOnError().RequestIds());
        Assert.Equal((1 + 2, 3), (session.Simulator.CountOf(Operation.Status), session.Simulator.CountOf(Operation.Download)));
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(410)]
    public async Task Two_fresh_links_are_asked_for_and_no_more(int status)
    {
        await using var session = await SimulatedSession.StartAsync();
        Ready(session);
        session.Simulator.SetFaults(new FaultRule { Operation = Operation.Download, Fault = FaultKind.Answer, Status = status });

        ScriptResult result = session.Run("$jobs | Save-SFVideo");

        Assert.Equal("LinkExpired", Assert.Single(result.Errors).Id());
        Assert.Equal((1 + 2, 3), (session.Simulator.CountOf(Operation.Status), session.Simulator.CountOf(Operation.Download)));
        Assert.Empty(session.Folder.Files);
    }

    [Fact]
    public async Task A_link_known_to_have_ended_is_not_tried()
    {
        await using var session = await SimulatedSession.StartAsync();
        string id = session.Submit("a hen")[0];
        session.Simulator.SetFaults(new FaultRule { Operation = Operation.Status, Fault = FaultKind.ExpiredLink, Occurrences = 1 });
        session.Run("$jobs = $jobs | Get-SFVideo").ThrowOnError();

        Assert.Equal([id], session.Run("$jobs | Save-SFVideo").ThrowOnError().RequestIds());
        Assert.Equal((1 + 1, 1), (session.Simulator.CountOf(Operation.Status), session.Simulator.CountOf(Operation.Download)));
    }

    [Theory]
    [InlineData("http://192.0.2.1/video.mp4")]
    [InlineData("ftp://127.0.0.1/video.mp4")]
    public async Task A_redirect_to_an_unsafe_address_is_not_followed(string location)
    {
        await using var session = await SimulatedSession.StartAsync();
        Ready(session);
        session.Simulator.SetFaults(new FaultRule { Operation = Operation.Download, Fault = FaultKind.Redirect, Location = location });

        ScriptResult result = session.Run("$jobs | Save-SFVideo");

        Assert.Equal("DownloadFailed", Assert.Single(result.Errors).Id());
        Assert.Contains("not an https address", result.Errors[0].ToString(), StringComparison.Ordinal);
        Assert.Equal(1, session.Simulator.CountOf(Operation.Download));
    }

    [Fact]
    public async Task A_redirect_within_this_machine_is_followed_without_the_key()
    {
        await using var session = await SimulatedSession.StartAsync();
        string id = Ready(session);
        string link = session.Run("$jobs.Url").Lines.Single();
        session.Simulator.SetFaults(new FaultRule { Operation = Operation.Download, Fault = FaultKind.Redirect, Location = link, Occurrences = 1 });

        Assert.Equal([id], session.Run("$jobs | Save-SFVideo").ThrowOnError().RequestIds());
        Assert.Equal(2, session.Simulator.CountOf(Operation.Download));
        Assert.All(session.Simulator.Calls.Where(call => call.Operation == Operation.Download), call => Assert.False(call.AuthorizationPresent));
    }

    private static string Ready(SimulatedSession session)
    {
        string id = session.Submit("a hen")[0];
        session.Run("$jobs = $jobs | Get-SFVideo").ThrowOnError();
        return id;
    }
}
