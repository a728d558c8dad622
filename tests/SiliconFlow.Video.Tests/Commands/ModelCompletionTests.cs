using SiliconFlow.Simulator;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Commands;

/// <summary>Names of models by the Tab key.</summary>
public sealed class ModelCompletionTests
{
    private const string Text = "Wan-AI/Wan2.2-T2V-A14B";
    private const string Image = "Wan-AI/Wan2.2-I2V-A14B";
    private const string Body = """{"data":[{"id":"hen/new one"},{"id":"Wan-AI/Wan2.2-I2V-A14B"},{"id":"cat/it's"}]}""";

    private static readonly FaultRule Others = new() { Operation = Operation.Models, Fault = FaultKind.GarbageJson, Body = Body };

    [Fact]
    public void Without_a_key_the_known_ones_are_offered()
    {
        using var session = ModuleRunspace.Open();

        Assert.Equal([Text, Image], session.Tab("New-SFVideo -CustomModel "));
        Assert.Equal(["TextToVideo", "ImageToVideo"], session.Offers("Get-SFVideoModel ").Select(offer => offer.ToolTip));
    }

    [Theory]
    [InlineData("New-SFVideo -CustomModel ", Text, Image, "'hen/new one'", "'cat/it''s'")]
    [InlineData("Get-SFVideoModel -Name WAN", Text, Image)]
    [InlineData("Get-SFVideoModel x, new", "'hen/new one'")]
    [InlineData("New-SFVideo -CustomModel \"hen/new o", "\"hen/new one\"")]
    [InlineData("New-SFVideo -CustomModel 'it", "'cat/it''s'")]
    [InlineData("New-SFVideo -CustomModel 'hen/new one'", "'hen/new one'")]
    public async Task What_the_account_lists_is_offered_too(string line, params string[] expected)
    {
        await using var session = await ConnectAsync(new StandingTime());
        session.Simulator.SetFaults(Others);

        Assert.Equal(expected, session.Session.Tab(line));
    }

    [Fact]
    public async Task The_account_is_asked_once_for_each_connection()
    {
        await using var session = await ConnectAsync(new StandingTime());

        session.Session.Tab("New-SFVideo -CustomModel ");
        session.Session.Tab("New-SFVideo -CustomModel ");
        Assert.Equal(2, session.Simulator.CountOf(Operation.Models));

        session.Hurry(new StandingTime());
        session.Session.Tab("New-SFVideo -CustomModel ");
        Assert.Equal(4, session.Simulator.CountOf(Operation.Models));
    }

    [Fact]
    public async Task A_connection_that_is_given_is_the_one_that_is_asked()
    {
        await using var session = await ConnectAsync(new StandingTime());
        session.Simulator.SetFaults(Others);
        session.Run("$mine = Connect-SFVideo -ApiKey sk-any -BaseUri $uri -PassThru; Disconnect-SFVideo").ThrowOnError();

        Assert.Equal([Text, Image], session.Session.Tab("New-SFVideo -CustomModel Wan"));
        Assert.Empty(session.Simulator.Calls);
        session.Session.Tab("New-SFVideo -Connection $mine -CustomModel Wan");
        Assert.Equal(2, session.Simulator.CountOf(Operation.Models));
    }

    [Theory]
    [InlineData(FaultKind.Hang, null)]
    [InlineData(FaultKind.DropBeforeReading, null)]
    [InlineData(FaultKind.Answer, 401)]
    [InlineData(FaultKind.Answer, 503)]
    [InlineData(FaultKind.EmptyBody, null)]
    public async Task A_service_that_does_not_answer_disturbs_nobody(FaultKind fault, int? status)
    {
        await using var session = await ConnectAsync(new SwiftTime());
        session.Simulator.SetFaults(new FaultRule { Operation = Operation.Models, Fault = fault, Status = status });

        Assert.Equal([Text, Image], session.Session.Tab("New-SFVideo -CustomModel "));
        Assert.Equal([Text, Image], session.Session.Tab("New-SFVideo -CustomModel "));
        Assert.InRange(session.Simulator.CountOf(Operation.Models), 0, 2);
        Assert.Empty(session.Run("$Error").Output);
    }

    private static async Task<SimulatedSession> ConnectAsync(TimeProvider time)
    {
        var session = await SimulatedSession.StartAsync();
        session.Hurry(time);
        return session;
    }

    /// <summary>Nothing is ever late.</summary>
    private sealed class StandingTime : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }
}
