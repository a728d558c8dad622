using System.Net;
using System.Text.Json;
using SiliconFlow.Simulator;

namespace SiliconFlow.Video.Tests.Simulator;

/// <summary>Faults that change what is said.</summary>
public sealed class FaultAnswerTests : SimulatorTest
{
    [Fact]
    public async Task Another_answer_has_any_status_body_and_headers()
    {
        Service.SetFaults(new FaultRule
        {
            Operation = Operation.Submit,
            Fault = FaultKind.Answer,
            Status = 503,
            Body = "<html>busy</html>",
            RetryAfter = "Sun, 01 Mar 2026 12:00:30 GMT",
            Headers = new Dictionary<string, string?> { ["X-Gateway"] = "yes", ["x-siliconcloud-trace-id"] = null },
        });

        using var response = await TrySubmitAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal("<html>busy</html>", await response.Content.ReadAsStringAsync());
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(Time.GetUtcNow().AddSeconds(30), response.Headers.RetryAfter?.Date);
        Assert.Equal(("yes", ""), (Header(response, "X-Gateway"), Header(response, "x-siliconcloud-trace-id")));
        Assert.Empty(Service.Bill);
    }

    [Fact]
    public async Task Another_answer_may_take_the_job_all_the_same()
    {
        Service.SetFaults(new FaultRule { Operation = Operation.Submit, Fault = FaultKind.Answer, Status = 504, TakesJob = true });

        using var response = await TrySubmitAsync();

        Assert.Equal(HttpStatusCode.GatewayTimeout, response.StatusCode);
        Assert.Single(Service.Bill);
    }

    [Fact]
    public async Task A_download_is_refused_in_the_storages_words()
    {
        var link = await SubmitAndLinkAsync();
        Service.SetFaults(new FaultRule { Operation = Operation.Download, Fault = FaultKind.Answer, Status = 404 });

        using var response = await GetAsync(link);

        Assert.Contains("<Code>NoSuchKey</Code>", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, 302)]
    [InlineData(307, 307)]
    public async Task A_redirect_leads_elsewhere(int? status, int expected)
    {
        var link = await SubmitAndLinkAsync();
        Service.SetFaults(new FaultRule { Operation = Operation.Download, Fault = FaultKind.Redirect, Status = status, Location = "http://127.0.0.1:9/other" });

        using var response = await GetAsync(link);

        Assert.Equal(expected, (int)response.StatusCode);
        Assert.Equal("http://127.0.0.1:9/other", response.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("not { json")]
    public async Task Garbage_is_no_json_and_the_job_is_taken(string? garbage)
    {
        Service.SetFaults(new FaultRule { Operation = Operation.Submit, Fault = FaultKind.GarbageJson, Body = garbage });

        using var response = await TrySubmitAsync();
        var body = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.ThrowsAny<JsonException>(() => JsonDocument.Parse(body));
        Assert.Equal(garbage ?? body, body);
        Assert.Single(Service.Bill);
    }

    [Fact]
    public async Task An_empty_body_has_the_right_status()
    {
        Service.SetFaults(new FaultRule { Operation = Operation.Submit, Fault = FaultKind.EmptyBody });

        using var response = await TrySubmitAsync();

        Assert.Equal((HttpStatusCode.OK, 0), (response.StatusCode, response.Content.Headers.ContentLength!.Value));
        Assert.Single(Service.Bill);
    }

    [Fact]
    public async Task Headers_change_on_a_right_answer()
    {
        var link = await SubmitAndLinkAsync();
        Service.SetFaults(new FaultRule
        {
            Operation = Operation.Download,
            Fault = FaultKind.ChangedHeaders,
            Headers = new Dictionary<string, string?> { ["Content-Range"] = "bytes 0-9/99", ["ETag"] = null, ["Content-Type"] = "text/html" },
        });

        using var response = await GetAsync(link, "bytes=10-19");

        Assert.Equal(HttpStatusCode.PartialContent, response.StatusCode);
        Assert.Equal(("bytes 0-9/99", "", "text/html"), (Header(response, "Content-Range"), Header(response, "ETag"), Header(response, "Content-Type")));
    }

    [Fact]
    public async Task A_status_is_spelled_otherwise_and_the_rest_is_right()
    {
        var job = await SubmitAsync();
        var right = await StatusAsync(job);
        Service.SetFaults(new FaultRule { Operation = Operation.Status, JobState = JobState.Succeed, Fault = FaultKind.StatusText, StatusText = "SUCCESS" });

        Assert.Equal(right.Replace("\"Succeed\"", "\"SUCCESS\"", StringComparison.Ordinal), await StatusAsync(job));
    }

    [Fact]
    public async Task Success_shows_no_link()
    {
        var job = await SubmitAsync(seed: 3);
        Service.SetFaults(new FaultRule { Operation = Operation.Status, Fault = FaultKind.SucceedWithoutUrl });

        Assert.Equal("""{"status":"Succeed","position":0,"reason":"","results":{"videos":[],"timings":{"inference":0},"seed":3}}""", await StatusAsync(job));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("The prompt was refused.")]
    public async Task A_generation_fails_from_the_submit_on(string? reason)
    {
        Service.SetFaults(new FaultRule { Operation = Operation.Submit, Fault = FaultKind.GenerationFailed, Reason = reason });

        Assert.Equal($$"""{"status":"Failed","reason":"{{reason}}","results":null}""", await StatusAsync(await SubmitAsync()));
    }

    [Fact]
    public async Task A_generation_fails_at_a_status_and_stays_failed()
    {
        await using var held = await ServiceSimulator.StartAsync(Options with { HoldJobs = true });
        using var submit = await Http.PostAsync(new Uri(held.BaseUri, "/v1/video/submit"), new StringContent(SubmitBody()));
        held.SetFaults(new FaultRule { Operation = Operation.Status, Occurrences = 1, Fault = FaultKind.GenerationFailed, Reason = "why" });
        for (var i = 0; i < 2; i++)
        {
            using var status = await Http.PostAsync(
                new Uri(held.BaseUri, "/v1/video/status"), new StringContent($$"""{"requestId":"{{held.Jobs[0].RequestId}}"}"""));
            Assert.Equal("""{"status":"Failed","reason":"why","results":null}""", await status.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task A_link_has_expired_when_it_is_given()
    {
        var job = await SubmitAsync();
        Service.SetFaults(new FaultRule { Operation = Operation.Status, Occurrences = 1, Fault = FaultKind.ExpiredLink });

        var (dead, alive) = (await LinkAsync(job), await LinkAsync(job));

        Assert.Contains("X-Amz-Date=20260301T114959Z&X-Amz-Expires=600", dead.Query, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await GetAsync(dead)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(alive)).StatusCode);
    }

    [Fact]
    public async Task A_download_meets_an_expired_link()
    {
        var link = await SubmitAndLinkAsync();
        Service.SetFaults(new FaultRule { Operation = Operation.Download, Fault = FaultKind.ExpiredLink });

        using var response = await GetAsync(link);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Contains("Request has expired", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_range_is_ignored()
    {
        var job = await SubmitAsync();
        var link = await LinkAsync(job);
        Service.SetFaults(new FaultRule { Operation = Operation.Download, Fault = FaultKind.IgnoreRange });

        using var response = await GetAsync(link, "bytes=100-");

        Assert.Equal((HttpStatusCode.OK, ""), (response.StatusCode, Header(response, "Content-Range")));
        Assert.Equal(VideoOf(job), await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Another_file_stands_behind_the_link()
    {
        var job = await SubmitAsync();
        var link = await LinkAsync(job);
        using var before = await GetAsync(link);
        Service.SetFaults(new FaultRule { Operation = Operation.Download, Fault = FaultKind.ChangedETag });

        using var after = await GetAsync(link, "bytes=100-", Header(before, "ETag"));
        var (old, changed) = (VideoOf(job), await after.Content.ReadAsByteArrayAsync());

        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.NotEqual(Header(before, "ETag"), Header(after, "ETag"));
        Assert.Equal(old.Length, changed.Length);
        Assert.NotEqual(old, changed);
    }

    [Fact]
    public async Task A_file_is_shorter_and_in_good_order()
    {
        var job = await SubmitAsync();
        var link = await LinkAsync(job);
        Service.SetFaults(new FaultRule { Operation = Operation.Download, Fault = FaultKind.Truncated, AfterBytes = 9000 });

        using var whole = await GetAsync(link);
        using var part = await GetAsync(link, "bytes=8000-", Header(whole, "ETag"));

        Assert.Equal(VideoOf(job)[..9000], await whole.Content.ReadAsByteArrayAsync());
        Assert.Equal("bytes 8000-8999/9000", Header(part, "Content-Range"));
    }
}
