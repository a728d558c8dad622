using System.Management.Automation;
using SiliconFlow.Simulator;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Commands;

public sealed class GetSFVideoModelTests
{
    private const string Text = "Wan-AI/Wan2.2-T2V-A14B";
    private const string Image = "Wan-AI/Wan2.2-I2V-A14B";

    [Fact]
    public async Task Both_kinds_are_asked_for_and_each_call_is_told()
    {
        await using var session = await SimulatedSession.StartAsync();

        ScriptResult result = session.Run("Get-SFVideoModel -Verbose").ThrowOnError();

        Assert.Equal([(Text, "TextToVideo"), (Image, "ImageToVideo")], result.Output.Select(model => (model.Text("Id"), model.Text("Kind"))));
        Assert.All(result.Output, model => Assert.Equal((null, session.Simulator.BaseUri.ToString()), (model.Text("OwnedBy"), model.Text("BaseUri"))));
        Assert.Equal(2, session.Simulator.CountOf(Operation.Models));
        foreach (string kind in new[] { "text", "image" })
        {
            Assert.Single(result.Verbose, line => line.StartsWith($"GET /v1/models?type=video&sub_type={kind}-to-video -> 200 in ", StringComparison.Ordinal) && line.Contains("(trace id ti_", StringComparison.Ordinal));
        }

        Assert.DoesNotContain(result.Verbose, line => line.Contains(SimulatedSession.Key, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("-Kind ImageToVideo", Image)]
    [InlineData("-Kind ImageToVideo, imagetovideo", Image)]
    [InlineData("-Kind ImageToVideo, TextToVideo", Text, Image)]
    [InlineData("*T2V*", Text)]
    [InlineData("-Name wan-ai/wan2.2-i2v-a14b", Image)]
    [InlineData("-Id *I2V*, *2v-A14?, wan-AI/[vxw]*", Text, Image)]
    [InlineData("-Id *hen*")]
    public async Task They_are_filtered(string arguments, params string[] expected)
    {
        await using var session = await SimulatedSession.StartAsync();

        Assert.Equal(expected, session.Run($"Get-SFVideoModel {arguments} | ForEach-Object Id").ThrowOnError().Lines);
    }

    [Fact]
    public async Task A_kind_that_is_not_wanted_is_not_asked_for()
    {
        await using var session = await SimulatedSession.StartAsync();

        session.Run("Get-SFVideoModel -Kind TextToVideo").ThrowOnError();

        Assert.Equal(1, session.Simulator.CountOf(Operation.Models));
    }

    [Fact]
    public async Task A_name_that_is_not_listed_is_an_error_and_the_others_are_told()
    {
        await using var session = await SimulatedSession.StartAsync();

        ScriptResult result = session.Run("Get-SFVideoModel -Id hen/hen2, *T2V*, *no*");

        Assert.Equal([Text], result.Output.Select(model => model.Text("Id")));
        ErrorRecord error = Assert.Single(result.Errors);
        Assert.Equal(("InvalidRequest", "hen/hen2"), (error.Id(), error.TargetObject));
        Assert.Contains("hen/hen2", error.ErrorDetails.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_pattern_is_refused_before_anything_is_asked()
    {
        await using var session = await SimulatedSession.StartAsync();

        Assert.Equal("InvalidRequest", session.Session.Fail("Get-SFVideoModel '[a'").Id());
        Assert.Empty(session.Simulator.Calls);
    }

    [Theory]
    [InlineData("sk-bad", "Unauthorized", "SFVideoAuthenticationException")]
    [InlineData("sk-wrong-region", "Unauthorized", "SFVideoAuthenticationException")]
    public async Task A_key_that_is_refused_ends_the_command(string key, string id, string kind)
    {
        await using var session = await SimulatedSession.StartAsync(key: key);

        ErrorRecord error = session.Session.Fail("Get-SFVideoModel");

        Assert.Equal((id, kind), (error.Id(), error.Kind()));
        Assert.StartsWith("ti_", (string)error.Get("TraceId")!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sk-forbidden", "Forbidden")]
    [InlineData("sk-no-balance", "InsufficientBalance")]
    public async Task Other_refusals_are_told_for_each_kind(string key, string id)
    {
        await using var session = await SimulatedSession.StartAsync(key: key);

        Assert.Equal([id, id], session.Run("Get-SFVideoModel").Errors.Select(error => error.Id()));
    }

    [Fact]
    public void Without_a_key_nothing_can_be_asked()
    {
        using var session = ModuleRunspace.Open();

        Assert.Equal("NotConnected", session.Fail("Get-SFVideoModel").Id());
    }

    [Fact]
    public async Task Passing_failures_are_met_with_another_try()
    {
        await using var session = await SimulatedSession.StartAsync();
        session.Hurry();
        session.Simulator.SetFaults(
            new FaultRule { Operation = Operation.Models, Occurrences = 1, Fault = FaultKind.Answer, Status = 429, RetryAfter = "2" },
            new FaultRule { Operation = Operation.Models, Occurrences = 2, Fault = FaultKind.DropMidBody },
            new FaultRule { Operation = Operation.Models, Occurrences = 3, Fault = FaultKind.Answer, Status = 503 },
            new FaultRule { Operation = Operation.Models, Occurrences = 4, Fault = FaultKind.DropBeforeReading });

        ScriptResult result = session.Run("Get-SFVideoModel -Kind TextToVideo -Verbose").ThrowOnError();

        Assert.Equal([Text], result.Output.Select(model => model.Text("Id")));
        Assert.Equal(5, session.Simulator.CountOf(Operation.Models));
        Assert.Equal(4, result.Verbose.Count(line => line.StartsWith("Models: retry ", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(FaultKind.Answer, 500, null, "ServiceUnavailable")]
    [InlineData(FaultKind.Answer, 429, null, "RateLimited")]
    [InlineData(FaultKind.GarbageJson, null, "{}", "UnexpectedResponse")]
    [InlineData(FaultKind.GarbageJson, null, """{"code":1,"message":"no","data":null}""", "UnexpectedResponse")]
    [InlineData(FaultKind.EmptyBody, null, null, "UnexpectedResponse")]
    [InlineData(FaultKind.DropMidBody, null, null, "ConnectionFailed")]
    public async Task What_does_not_pass_is_an_error_of_its_kind_alone(FaultKind fault, int? status, string? body, string id)
    {
        await using var session = await SimulatedSession.StartAsync();
        session.Hurry();
        session.Simulator.SetFaults(new FaultRule { Operation = Operation.Models, Fault = fault, Status = status, Body = body });

        ScriptResult result = session.Run("Get-SFVideoModel -Kind ImageToVideo -Id nothing");

        ErrorRecord error = Assert.Single(result.Errors);
        Assert.Equal((id, "ImageToVideo"), (error.Id(), error.TargetObject.ToString()));
        Assert.StartsWith("ImageToVideo: ", error.ErrorDetails.Message, StringComparison.Ordinal);
        Assert.Equal(5, session.Simulator.CountOf(Operation.Models));
    }

    [Fact]
    public async Task Models_that_are_piped_on_make_the_video_each()
    {
        await using var session = await SimulatedSession.StartAsync();

        ScriptResult result = session.Run("Get-SFVideoModel -Kind TextToVideo | New-SFVideo -Prompt 'a hen'").ThrowOnError();

        Assert.Equal([(Text, "a hen")], result.Output.Select(video => (video.Text("Model"), video.Text("Prompt"))));
    }

    [Fact]
    public async Task A_model_is_no_prompt()
    {
        await using var session = await SimulatedSession.StartAsync();

        Assert.NotEmpty(session.Run("Get-SFVideoModel | New-SFVideo").Errors);
        Assert.Empty(session.Simulator.Bill);
    }
}
