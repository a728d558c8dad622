using System.Net;
using System.Text.Json;
using SiliconFlow.Simulator;

namespace SiliconFlow.Video.Tests.Simulator;

public sealed class ControlTests : SimulatorTest
{
    protected override SimulatorOptions Options => base.Options with
    {
        Faults = FaultPlan.Of(new FaultRule { Operation = Operation.Models, Fault = FaultKind.Answer, Status = 500 }),
    };

    [Fact]
    public async Task The_bill_is_served_with_its_requests()
    {
        var job = await SubmitAsync("一只猫", seed: 9);

        var text = await Http.GetStringAsync(new Uri(Root, "sim/bill"));
        var entry = Assert.Single(JsonDocument.Parse(text).RootElement.EnumerateArray());

        Assert.Equal((job, "一只猫"), (entry.GetProperty("requestId").GetString(), entry.GetProperty("prompt").GetString()));
        Assert.Equal(9, entry.GetProperty("seed").GetInt32());
        Assert.Equal("9", entry.GetProperty("properties").GetProperty("seed").GetString());
        Assert.Contains("一只猫", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calls_and_jobs_are_served_and_control_calls_are_not_on_record()
    {
        await SubmitAsync();

        var call = Assert.Single(await ReadAsync("sim/calls"));
        var job = Assert.Single(await ReadAsync("sim/jobs"));

        Assert.Equal(("submit", 200), (call.GetProperty("operation").GetString(), call.GetProperty("statusCode").GetInt32()));
        Assert.Equal("succeed", job.GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_posted_plan_replaces_the_one_before()
    {
        var plan = FaultPlan.Of(new FaultRule { Operation = Operation.Submit, Fault = FaultKind.Answer, Status = 429 }).ToJson();

        using var set = await PostAsync("sim/faults", plan);

        Assert.Equal(HttpStatusCode.OK, set.StatusCode);
        Assert.Equal(plan, await Http.GetStringAsync(new Uri(Root, "sim/faults")));
        Assert.Equal(HttpStatusCode.TooManyRequests, (await TrySubmitAsync()).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Http.GetAsync(new Uri(Root, "v1/models"))).StatusCode);
    }

    [Fact]
    public async Task A_plan_that_is_not_understood_changes_nothing()
    {
        using var response = await PostAsync("sim/faults", """{"rules":[{"operation":"submit","fault":"hang","afterbites":1}]}""");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("'afterbites'", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.InternalServerError, (await Http.GetAsync(new Uri(Root, "v1/models"))).StatusCode);
    }

    [Fact]
    public async Task Faults_end_when_deleted_and_are_back_after_a_reset()
    {
        using var deleted = await Http.DeleteAsync(new Uri(Root, "sim/faults"));
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Http.GetAsync(new Uri(Root, "v1/models"))).StatusCode);

        using var reset = await PostAsync("sim/reset", "");
        Assert.Equal(HttpStatusCode.NoContent, reset.StatusCode);
        Assert.Equal(HttpStatusCode.InternalServerError, (await Http.GetAsync(new Uri(Root, "v1/models"))).StatusCode);
    }

    [Theory]
    [InlineData("GET", "sim/nothing")]
    [InlineData("POST", "sim/bill")]
    public async Task Another_control_call_is_not_found(string method, string path)
    {
        using var response = await Http.SendAsync(new HttpRequestMessage(new HttpMethod(method), new Uri(Root, path)));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private async Task<JsonElement[]> ReadAsync(string path) =>
        [.. JsonDocument.Parse(await Http.GetStringAsync(new Uri(Root, path))).RootElement.EnumerateArray()];
}
