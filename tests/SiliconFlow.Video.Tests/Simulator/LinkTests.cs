using System.Net;
using SiliconFlow.Simulator;

namespace SiliconFlow.Video.Tests.Simulator;

public sealed class LinkTests : SimulatorTest
{
    [Fact]
    public async Task A_link_looks_like_the_services_and_says_when_it_ends()
    {
        var link = await SubmitAndLinkAsync();

        Assert.Matches("^/outputs/[0-9a-f]{8}_video_ComfyUI_[0-9a-f]{8}_00001_\\.mp4$", link.AbsolutePath);
        Assert.Matches("^\\?X-Amz-Date=20260301T120000Z&X-Amz-Expires=600&X-Amz-Signature=[0-9a-f]{64}$", link.Query);
        Assert.Equal(Service.BaseUri.Authority, link.Authority);
    }

    [Fact]
    public async Task A_link_works_until_its_time_is_up()
    {
        var link = await SubmitAndLinkAsync();

        Time.Advance(TimeSpan.FromSeconds(599));
        using var before = await GetAsync(link);
        Time.Advance(TimeSpan.FromSeconds(1));
        using var after = await GetAsync(link);

        Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, after.StatusCode);
        Assert.Equal("application/xml", after.Content.Headers.ContentType?.MediaType);
        Assert.Contains("<Message>Request has expired</Message>", await after.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_status_gives_a_fresh_link()
    {
        var job = await SubmitAsync();
        var early = await LinkAsync(job);
        Time.Advance(TimeSpan.FromMinutes(11));
        var late = await LinkAsync(job);

        using var expired = await GetAsync(early);
        using var fresh = await GetAsync(late);
        Assert.Equal([HttpStatusCode.Forbidden, HttpStatusCode.OK], new[] { expired.StatusCode, fresh.StatusCode });
    }

    [Fact]
    public async Task Without_fresh_links_a_job_has_one_that_lives_from_its_end()
    {
        await using var simulator = await ServiceSimulator.StartAsync(Options with { FreshLinkOnStatus = false, LinkLifetime = TimeSpan.FromSeconds(1.5) });
        using var submit = await Http.PostAsync(new Uri(simulator.BaseUri, "/v1/video/submit"), new StringContent(SubmitBody()));
        Time.Advance(TimeSpan.FromSeconds(90));

        using var status = await Http.PostAsync(
            new Uri(simulator.BaseUri, "/v1/video/status"), new StringContent($$"""{"requestId":"{{simulator.Jobs[0].RequestId}}"}"""));

        Assert.Contains("X-Amz-Date=20260301T120000Z&X-Amz-Expires=2&", await status.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_was_changed_is_refused()
    {
        var link = (await SubmitAndLinkAsync()).OriginalString;

        using var longer = await GetAsync(new Uri(link.Replace("Expires=600", "Expires=900", StringComparison.Ordinal)));
        using var bare = await GetAsync(new Uri(link.Split('?')[0]));
        using var other = await GetAsync(new Uri(link.Replace("_00001_", "_00002_", StringComparison.Ordinal)));

        Assert.Equal(
            [HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.NotFound],
            new[] { longer.StatusCode, bare.StatusCode, other.StatusCode });
    }
}
