using System.Text.Json;
using SiliconFlow.Simulator;
using SiliconFlow.Video.Service;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Service;

/// <summary>The key goes to the service and nowhere else.</summary>
public sealed class SecretTests
{
    [Fact]
    public async Task Key_goes_with_calls_to_the_service_and_not_to_the_host_of_a_link()
    {
        await using var rig = await ServiceRig.StartAsync();
        using var folder = new TemporaryFolder();

        var job = await rig.Submitter(retryTimeout: TimeSpan.FromMinutes(10)).SubmitAsync(ServiceRig.Request());
        await rig.Saver().SaveAsync(await rig.StatusClient().GetAsync(job!, CancellationToken.None), folder["video.mp4"], CancellationToken.None);

        Assert.All([.. rig.Calls(Operation.Submit), .. rig.Calls(Operation.Status)], call => Assert.True(call.AuthorizationPresent));
        Assert.False(rig.Calls(Operation.Download).Single().AuthorizationPresent);
    }

    [Fact]
    public async Task Key_does_not_follow_a_redirect()
    {
        await using var rig = await ServiceRig.StartAsync();
        await using var elsewhere = await ServiceSimulator.StartAsync();
        rig.Simulator.SetFaults(new FaultRule { Operation = Operation.Submit, Fault = FaultKind.Redirect, Status = 307, Location = elsewhere.BaseUri + "/video/submit" });

        await Assert.ThrowsAsync<SFVideoNotFoundException>(() => rig.SubmitAsync());

        Assert.Empty(elsewhere.Calls);
    }

    [Theory]
    [InlineData(200, "{0}")]
    [InlineData(400, "{{\"code\":20015,\"message\":\"bad header: Bearer {0}\"}}")]
    [InlineData(401, "\"Invalid token {0}\"")]
    [InlineData(403, "\"{0}{0}\"")]
    [InlineData(429, "key {0} is over its limit")]
    [InlineData(500, "<html>{0}</html>")]
    [InlineData(503, "{{\"code\":50505,\"message\":\"{0}\"}}")]
    public async Task Key_that_an_answer_echoes_is_shown_nowhere(int status, string body)
    {
        await using var rig = await ServiceRig.StartAsync();
        body = string.Format(System.Globalization.CultureInfo.InvariantCulture, body, ServiceRig.Key);
        rig.Simulator.SetFaults(
            new FaultRule { Operation = Operation.Submit, Fault = FaultKind.Answer, Status = status, Body = body },
            new FaultRule { Operation = Operation.Status, Fault = FaultKind.Answer, Status = status, Body = body });

        var submit = await Assert.ThrowsAnyAsync<SFVideoException>(() => rig.SubmitAsync());
        var ask = await Assert.ThrowsAnyAsync<SFVideoException>(() => rig.StatusClient().GetAsync(new SFVideo("k6c86xim31fv"), CancellationToken.None));

        Assert.Contains("***", submit.Message, StringComparison.Ordinal);
        AssertHidden(submit.ToString(), ask.ToString(), Told(rig));
    }

    [Theory]
    [InlineData(279)]
    [InlineData(290)]
    [InlineData(299)]
    [InlineData(1190)]
    public async Task Key_that_an_answer_echoes_where_its_text_is_cut_is_not_shown_in_part(int before)
    {
        await using var rig = await ServiceRig.StartAsync();
        rig.Simulator.SetFaults(new FaultRule { Operation = Operation.Submit, Fault = FaultKind.Answer, Status = 400, Body = new string(before < 1000 ? 'x' : ' ', before) + ServiceRig.Key });

        var error = await Assert.ThrowsAnyAsync<SFVideoException>(() => rig.SubmitAsync());

        AssertHidden(error.ToString());
    }

    [Fact]
    public async Task Key_that_a_redirect_echoes_is_not_shown()
    {
        await using var rig = await ServiceRig.StartAsync();
        rig.Simulator.SetFaults(new FaultRule { Operation = Operation.Submit, Fault = FaultKind.Redirect, Location = "https://elsewhere.example/login?token=" + ServiceRig.Key });

        var error = await Assert.ThrowsAnyAsync<SFVideoException>(() => rig.SubmitAsync());

        Assert.Contains("elsewhere.example", error.Message, StringComparison.Ordinal);
        AssertHidden(error.ToString());
    }

    [Fact]
    public async Task Key_that_a_failure_reason_echoes_is_not_shown()
    {
        await using var rig = await ServiceRig.StartAsync(ServiceRig.Instant with { HoldJobs = true });
        rig.Simulator.SetFaults(new FaultRule { Operation = Operation.Status, Fault = FaultKind.GenerationFailed, Reason = $"upstream refused {ServiceRig.Key}" });

        var result = await rig.Waiter(TimeSpan.Zero).WaitAsync(await rig.SubmitAsync(), CancellationToken.None);

        Assert.Equal("upstream refused ***", result.Video.Reason);
        AssertHidden(result.Error!.ToString(), result.Video.ToString());
    }

    [Fact]
    public async Task Key_is_in_no_report_of_a_call()
    {
        await using var rig = await ServiceRig.StartAsync(time: new SwiftTime());
        using var folder = new TemporaryFolder();
        rig.Simulator.SetFaults(
            new FaultRule { Operation = Operation.Submit, Fault = FaultKind.Answer, Status = 429, Body = ServiceRig.Key, Occurrences = "1" },
            new FaultRule { Operation = Operation.Status, Fault = FaultKind.DropBeforeReading, Occurrences = "1" });

        var job = await rig.Submitter(retryTimeout: TimeSpan.FromMinutes(10)).SubmitAsync(ServiceRig.Request());
        await rig.Saver().SaveAsync(await rig.StatusClient().GetAsync(job!, CancellationToken.None), folder["video.mp4"], CancellationToken.None);

        Assert.Equal(2, rig.Observer.Retries.Count);
        Assert.Equal(5, rig.Observer.Calls.Count);
        AssertHidden(Told(rig));
        Assert.DoesNotContain("X-Amz-Signature", Told(rig), StringComparison.Ordinal);
    }

    [Fact]
    public void Key_is_in_no_form_of_a_connection()
    {
        using var connection = ServiceRig.Connect(new Uri("https://api.siliconflow.cn/v1"));

        AssertHidden(
            connection.ToString(),
            connection.Key.ToString(),
            $"{connection.Key}",
            JsonSerializer.Serialize(connection),
            JsonSerializer.Serialize(connection.Key));
        Assert.DoesNotContain(typeof(SFVideoConnection).GetProperties(), property => property.PropertyType == typeof(ApiKey));
    }

    private static string Told(ServiceRig rig) => string.Join("\n", [.. rig.Observer.Calls.Select(call => call.ToString()), .. rig.Observer.Retries.Select(retry => retry.ToString())]);

    /// <summary>Not the key, and no part of it that would help to guess it.</summary>
    private static void AssertHidden(params string[] texts) => Assert.All(texts, text => Assert.DoesNotContain("sk-", text, StringComparison.Ordinal));
}
