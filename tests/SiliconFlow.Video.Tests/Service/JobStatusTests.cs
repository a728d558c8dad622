using System.Text;
using SiliconFlow.Video.Service;

namespace SiliconFlow.Video.Tests.Service;

public sealed class JobStatusTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Fact]
    public void Success_is_read_whole()
    {
        var status = Read(SampleBodies.Text("status-succeed"))!;

        Assert.Equal(SFVideoStatus.Succeeded, status.Status);
        Assert.Equal("https://sc-maas.oss-cn-shanghai.aliyuncs.com/outputs/c4d1c971_video_ComfyUI_bd9490f4_00001_.mp4", status.Url);
        Assert.Equal(184.86, status.InferenceTime);
        Assert.Equal(1, status.Seed);
        Assert.Equal(0, status.Position);
        Assert.Null(status.Reason);
    }

    [Theory]
    [InlineData("status-queued", SFVideoStatus.InQueue, 3)]
    [InlineData("status-in-progress", SFVideoStatus.InProgress, 0)]
    [InlineData("status-failed-empty-reason", SFVideoStatus.Failed, null)]
    public void Job_without_results_is_read(string sample, SFVideoStatus expected, int? position)
    {
        var status = Read(SampleBodies.Text(sample))!;

        Assert.Equal(expected, status.Status);
        Assert.Equal(position, status.Position);
        Assert.Null(status.Url);
        Assert.Null(status.Reason);
        Assert.Null(status.Seed);
    }

    [Fact]
    public void Samples_of_errors_and_submits_are_no_status() =>
        Assert.All(SampleBodies.Names.Where(name => !name.StartsWith("status-", StringComparison.Ordinal)), name => Assert.Null(Read(SampleBodies.Text(name))));

    [Theory]
    [InlineData("Succeed", SFVideoStatus.Succeeded)]
    [InlineData("succeed", SFVideoStatus.Succeeded)]
    [InlineData("SUCCEEDED", SFVideoStatus.Succeeded)]
    [InlineData("Success", SFVideoStatus.Succeeded)]
    [InlineData("Failed", SFVideoStatus.Failed)]
    [InlineData("FAILURE", SFVideoStatus.Failed)]
    [InlineData("fail", SFVideoStatus.Failed)]
    [InlineData("InQueue", SFVideoStatus.InQueue)]
    [InlineData("in_queue", SFVideoStatus.InQueue)]
    [InlineData("Queued", SFVideoStatus.InQueue)]
    [InlineData("InProgress", SFVideoStatus.InProgress)]
    [InlineData("In Progress", SFVideoStatus.InProgress)]
    [InlineData("IN-PROGRESS", SFVideoStatus.InProgress)]
    [InlineData("running", SFVideoStatus.InProgress)]
    [InlineData("processing", SFVideoStatus.InProgress)]
    [InlineData("Moderating", SFVideoStatus.Unknown)]
    [InlineData("Succeeding", SFVideoStatus.Unknown)]
    [InlineData("NotFailed", SFVideoStatus.Unknown)]
    [InlineData("成功", SFVideoStatus.Unknown)]
    [InlineData("0", SFVideoStatus.Unknown)]
    public void Spelling_is_tolerated_and_the_unknown_is_pending(string text, SFVideoStatus expected) =>
        Assert.Equal(expected, Read($$"""{"status":"{{text}}"}""")!.Status);

    [Fact]
    public void Spelling_does_not_hang_on_the_culture()
    {
        var culture = Thread.CurrentThread.CurrentCulture;
        try
        {
            Thread.CurrentThread.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo("tr-TR");
            Assert.Equal(SFVideoStatus.InProgress, Read("""{"status":"inprogress"}""")!.Status);
            Assert.Equal(184.86, Read(SampleBodies.Text("status-succeed"))!.InferenceTime);
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = culture;
        }
    }

    [Theory]
    [InlineData("""{"STATUS":"Succeed","Results":{"VIDEOS":[{"Url":"https://a/b"}],"Timings":{"Inference":"1.5"},"SEED":"7"},"Position":"4","new":[[{}]]}""", "https://a/b", 1.5, 7, 4)]
    [InlineData("""{"status":"Succeed","results":{"videos":[{},{"url":null},{"url":" "},{"url":"https://a/2"},{"url":"https://a/3"}]}}""", "https://a/2", null, null, null)]
    [InlineData("""{"status":"Succeed","results":{"videos":{"url":"https://a/b"},"timings":[1],"seed":1.5},"position":99999999999}""", null, null, null, null)]
    [InlineData("""{"status":"Succeed","results":[],"position":null}""", null, null, null, null)]
    [InlineData("""{"status":"Succeed","results":{"videos":["https://a/b"],"timings":{"inference":1e999},"seed":9223372036854775808}}""", null, null, null, null)]
    [InlineData("""{"status":"Succeed","results":{"videos":[],"seed":-5},"position":"third"}""", null, null, -5, null)]
    [InlineData("""{"status":"Succeed"}""", null, null, null, null)]
    public void Fields_that_are_absent_null_or_of_another_type_are_left_out(string body, string? url, double? inference, int? seed, int? position)
    {
        var status = Read(body)!;

        Assert.Equal(SFVideoStatus.Succeeded, status.Status);
        Assert.Equal(url, status.Url);
        Assert.Equal(inference, status.InferenceTime);
        Assert.Equal(seed, status.Seed);
        Assert.Equal(position, status.Position);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"status":null}""")]
    [InlineData("""{"status":""}""")]
    [InlineData("""{"status":{"a":1}}""")]
    [InlineData("""{"status":true}""")]
    [InlineData("""["status","Succeed"]""")]
    [InlineData("\"Succeed\"")]
    [InlineData("3")]
    [InlineData("")]
    public void Body_without_a_status_is_none(string body) => Assert.Null(Read(body));

    [Fact]
    public void Success_is_put_to_the_job_with_its_end_and_the_links_end()
    {
        var video = Read(SampleBodies.Text("status-succeed"))!.ApplyTo(Known with { Position = 2 }, "ti_2", Now);

        Assert.Equal(Now.DateTime, video.CompletedAt);
        Assert.Equal(Now.DateTime.AddMinutes(10), video.LinkExpiresAt);
        Assert.Null(video.Position);
        Assert.Equal("ti_2", video.TraceId);
        Assert.Equal(("n", "p", 1L), (video.Name, video.Prompt, video.Seed));
    }

    [Fact]
    public void Success_seen_again_keeps_when_it_was_first_seen()
    {
        var body = SampleBodies.Text("status-succeed");
        var first = Read(body)!.ApplyTo(Known, "ti_2", Now);

        var again = Read(body)!.ApplyTo(first, traceId: null, Now.AddMinutes(5));

        Assert.Equal(first, again);
    }

    [Fact]
    public void Another_link_has_another_end()
    {
        var first = Read(SampleBodies.Text("status-succeed"))!.ApplyTo(Known, null, Now);

        var again = Read("""{"status":"Succeed","results":{"videos":[{"url":"https://a/other"}]}}""")!.ApplyTo(first, null, Now.AddMinutes(5));

        Assert.Equal(Now.DateTime.AddMinutes(15), again.LinkExpiresAt);
        Assert.Equal(first.CompletedAt, again.CompletedAt);
        Assert.Equal(184.86, again.InferenceTime);
    }

    [Fact]
    public void Pending_job_has_no_link_and_no_end()
    {
        var video = Read("""{"status":"InProgress","results":{"videos":[{"url":"https://a/early"}]}}""")!.ApplyTo(Known, null, Now);

        Assert.Null(video.Url);
        Assert.Null(video.LinkExpiresAt);
        Assert.Null(video.CompletedAt);
        Assert.Equal("ti_1", video.TraceId);
    }

    private static SFVideo Known => new("k6c86xim31fv") { Name = "n", Prompt = "p", TraceId = "ti_1" };

    private static JobStatus? Read(string body) => JobStatus.Read(JsonFields.Parse(Encoding.UTF8.GetBytes(body)));
}
