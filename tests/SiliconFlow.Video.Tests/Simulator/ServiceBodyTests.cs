using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using SiliconFlow.Simulator;

namespace SiliconFlow.Video.Tests.Simulator;

/// <summary>Every answer is, byte for byte, the sample of it.</summary>
public sealed partial class ServiceBodyTests : SimulatorTest
{
    protected override SimulatorOptions Options =>
        new() { TimeProvider = Time, QueueTime = TimeSpan.FromSeconds(10), RunTime = TimeSpan.FromSeconds(184.86) };

    [Fact]
    public async Task A_submit_answers_with_a_request_id_of_twelve_letters_and_digits()
    {
        using var response = await TrySubmitAsync();

        var body = await response.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(Sample("submit-200"), RequestIdValue().Replace(body, "k6c86xim31fv"));
    }

    [Fact]
    public async Task A_job_in_the_queue_shows_its_position()
    {
        await SubmitAsync();
        await SubmitAsync();
        var third = await SubmitAsync();

        Assert.Equal(Sample("status-queued"), await StatusAsync(third));
    }

    [Fact]
    public async Task A_running_job_is_in_progress()
    {
        var job = await SubmitAsync();
        Time.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(Sample("status-in-progress"), await StatusAsync(job));
    }

    [Fact]
    public async Task A_job_that_succeeded_has_a_link()
    {
        var job = await SubmitAsync(seed: 1);
        Time.Advance(TimeSpan.FromSeconds(194.86));

        var body = await StatusAsync(job);
        var link = (await LinkAsync(job)).OriginalString;
        Assert.Equal(
            Sample("status-succeed"),
            body.Replace(link, "https://sc-maas.oss-cn-shanghai.aliyuncs.com/outputs/c4d1c971_video_ComfyUI_bd9490f4_00001_.mp4", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_job_that_failed_has_an_empty_reason()
    {
        var job = await SubmitAsync();
        Service.TryFail(job);

        Assert.Equal(Sample("status-failed-empty-reason"), await StatusAsync(job));
    }

    [Theory]
    [InlineData("sk-bad", 401, "error-401")]
    [InlineData("sk-wrong-region", 401, "error-401-wrong-region")]
    [InlineData("sk-no-balance", 403, "error-403-balance")]
    [InlineData("sk-forbidden", 403, "error-403")]
    public async Task A_bad_key_is_refused_on_every_call(string key, int status, string sample)
    {
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);

        foreach (var response in new[] { await TrySubmitAsync(), await AskStatusAsync("k6c86xim31fv"), await Http.GetAsync(new Uri(Root, "v1/models")) })
        {
            Assert.Equal(status, (int)response.StatusCode);
            Assert.Equal(Sample(sample), await response.Content.ReadAsStringAsync());
        }

        Assert.Empty(Service.Bill);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer ")]
    [InlineData("Basic c2s6c2s=")]
    [InlineData("sk-anything")]
    public async Task A_key_that_is_missing_or_of_another_scheme_is_refused(string? header)
    {
        Http.DefaultRequestHeaders.Authorization = null;
        Http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", header);

        using var response = await TrySubmitAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal(Sample("error-401"), await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("GET", "v1/video/submit")]
    [InlineData("GET", "v1/video/status")]
    [InlineData("POST", "v1/models")]
    [InlineData("POST", "v1/videos")]
    [InlineData("POST", "video/submit")]
    public async Task Another_path_or_method_is_not_found(string method, string path)
    {
        using var response = await Http.SendAsync(new HttpRequestMessage(new HttpMethod(method), new Uri(Root, path)));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal(Sample("error-404"), await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_job_nobody_submitted_is_an_invalid_parameter()
    {
        using var response = await AskStatusAsync("nobodysubmit");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(Sample("error-400-parameter"), await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"requestId\":7}")]
    [InlineData("{\"id\":\"k6c86xim31fv\"}")]
    public async Task A_status_without_a_request_id_is_an_invalid_parameter(string body)
    {
        using var response = await PostAsync("v1/video/status", body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(Sample("error-400-parameter"), await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData(400, "error-400-parameter")]
    [InlineData(401, "error-401")]
    [InlineData(402, "error-403-balance")]
    [InlineData(403, "error-403")]
    [InlineData(404, "error-404")]
    [InlineData(429, "error-429")]
    [InlineData(503, "error-503-overloaded")]
    [InlineData(504, "error-504")]
    public async Task A_fault_that_names_a_status_says_what_the_service_says(int status, string sample)
    {
        Service.SetFaults(new FaultRule { Operation = Operation.Submit, Fault = FaultKind.Answer, Status = status });

        using var response = await TrySubmitAsync();

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(Sample(sample), await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Every_answer_of_the_api_has_a_trace_id_of_its_own()
    {
        HttpResponseMessage[] responses =
            [await TrySubmitAsync(), await AskStatusAsync("x"), await Http.GetAsync(new Uri(Root, "v1/models")), await Http.GetAsync(new Uri(Root, "v1/none"))];

        var traces = responses.Select(response => Header(response, "x-siliconcloud-trace-id")).ToArray();
        Assert.All(traces, trace => Assert.Matches("^ti_[a-z0-9]{20}$", trace));
        Assert.Distinct(traces);
        Assert.Equal(traces, Service.Calls.Select(call => call.TraceId));
        Assert.Equal(traces[0], Service.Bill[0].TraceId);
    }

    [Theory]
    [InlineData("", 2)]
    [InlineData("?type=video", 2)]
    [InlineData("?type=video&sub_type=text-to-video", 1)]
    [InlineData("?type=video&sub_type=image-to-video", 1)]
    [InlineData("?type=text", 0)]
    public async Task Models_are_listed_by_type(string query, int count)
    {
        var body = await Http.GetStringAsync(new Uri(Root, "v1/models" + query));

        Assert.StartsWith("""{"object":"list","data":[""", body, StringComparison.Ordinal);
        Assert.Equal(count, ModelEntry().Count(body));
    }

    [GeneratedRegex("""(?<="requestId":")[a-z0-9]{12}(?=")""")]
    private static partial Regex RequestIdValue();

    [GeneratedRegex("""\{"id":"Wan-AI/[^"]+","object":"model","created":0,"owned_by":""\}""")]
    private static partial Regex ModelEntry();
}
