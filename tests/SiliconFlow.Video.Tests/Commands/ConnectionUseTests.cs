using SiliconFlow.Simulator;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Commands;

/// <summary>Which connection a cmdlet uses, and for how long.</summary>
public sealed class ConnectionUseTests
{
    [Fact]
    public async Task Each_session_has_its_own()
    {
        await using var one = await SimulatedSession.StartAsync();
        await using var other = await SimulatedSession.StartAsync();

        one.Run("New-SFVideo 'to one'").ThrowOnError();
        other.Run("New-SFVideo 'to the other'").ThrowOnError();

        Assert.Equal("to one", Assert.Single(one.Simulator.Bill).Prompt);
        Assert.Equal("to the other", Assert.Single(other.Simulator.Bill).Prompt);
    }

    [Fact]
    public async Task A_connection_that_was_handed_out_lives_on_beside_a_new_one()
    {
        await using var session = await SimulatedSession.StartAsync();
        await using var other = await ServiceSimulator.StartAsync();

        session.Run(
            """
            $first = Connect-SFVideo key -BaseUri $uri -PassThru
            New-SFVideo 'first'
            $second = Connect-SFVideo key -BaseUri $other -PassThru
            New-SFVideo 'first again' -Connection $first
            New-SFVideo 'second'
            Disconnect-SFVideo
            New-SFVideo 'first at last' -Connection $first
            New-SFVideo 'second at last' -Connection $second
            """,
            variables: new Dictionary<string, object?> { ["uri"] = session.Simulator.BaseUri, ["other"] = other.BaseUri }).ThrowOnError();

        Assert.Equal(["first", "first again", "first at last"], session.Simulator.Bill.Select(entry => entry.Prompt));
        Assert.Equal(["second", "second at last"], other.Bill.Select(entry => entry.Prompt));
    }

    [Fact]
    public async Task A_connection_serves_other_sessions()
    {
        await using var session = await SimulatedSession.StartAsync();
        using var bare = ModuleRunspace.Open();
        object connection = Assert.Single(session.Run("Connect-SFVideo key -BaseUri $uri -PassThru").ThrowOnError().Output).BaseObject;

        bare.Run("New-SFVideo p -Connection $connection", variables: new Dictionary<string, object?> { ["connection"] = connection }).ThrowOnError();

        Assert.Single(session.Simulator.Bill);
    }

    [Fact]
    public async Task Calls_under_way_end_well_when_the_session_connects_anew()
    {
        await using var session = await SimulatedSession.StartAsync();
        await using var other = await ServiceSimulator.StartAsync();
        IDisposable hold = session.Simulator.HoldCalls(Operation.Submit);

        ScriptResult result = session.Run(
            "& { 'p'; $null = $arrived.GetAwaiter().GetResult(); Connect-SFVideo key -BaseUri $uri; $hold.Dispose() } | New-SFVideo",
            variables: new Dictionary<string, object?> { ["arrived"] = session.Simulator.WaitForCallAsync(Operation.Submit), ["uri"] = other.BaseUri, ["hold"] = hold });

        Assert.Equal("p", Assert.Single(result.ThrowOnError().Output).Get("Prompt"));
    }
}
