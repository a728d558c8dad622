using System.Net;
using SiliconFlow.Simulator;

namespace SiliconFlow.Video.Tests.Simulator;

/// <summary>Which calls a rule strikes.</summary>
public sealed class FaultMatchingTests : SimulatorTest
{
    private static FaultRule Refuse(Operation operation) => new() { Operation = operation, Fault = FaultKind.Answer, Status = 429 };

    [Theory]
    [InlineData("1", "x....")]
    [InlineData("2-3,5", ".xx.x")]
    [InlineData("4-", "...xx")]
    [InlineData(" 1 , 3 - 4 ", "x.xx.")]
    public async Task Occurrences_count_from_one(string occurrences, string expected)
    {
        Service.SetFaults(Refuse(Operation.Submit) with { Occurrences = occurrences });

        Assert.Equal(expected, await SubmitAllAsync("a", "b", "c", "d", "e"));
    }

    [Fact]
    public async Task Setting_a_plan_starts_the_counting_anew()
    {
        var rule = Refuse(Operation.Submit) with { Occurrences = 2 };
        Service.SetFaults(rule);
        await SubmitAllAsync("a");
        Service.SetFaults(rule);

        Assert.Equal(".x.", await SubmitAllAsync("b", "c", "d"));
    }

    [Fact]
    public async Task Every_rule_counts_and_the_first_one_acts()
    {
        Service.SetFaults(
            Refuse(Operation.Submit) with { Occurrences = "1-2" },
            Refuse(Operation.Submit) with { Occurrences = "2-3", Status = 503 });

        int[] statuses = [await StatusOfSubmitAsync("a"), await StatusOfSubmitAsync("b"), await StatusOfSubmitAsync("c"), await StatusOfSubmitAsync("d")];

        Assert.Equal([429, 429, 503, 200], statuses);
    }

    [Theory]
    [InlineData("red", "x...")]
    [InlineData("red*", "xx..")]
    [InlineData("*fox", ".x.x")]
    public async Task A_prompt_matches_with_wildcards(string prompt, string expected)
    {
        Service.SetFaults(Refuse(Operation.Submit) with { Prompt = prompt });

        Assert.Equal(expected, await SubmitAllAsync("red", "red fox", "blue", "blue fox"));
    }

    [Fact]
    public async Task Calls_for_a_job_match_by_its_prompt_its_id_and_its_state()
    {
        string one = await SubmitAsync("one"), two = await SubmitAsync("two");
        async Task<string> StruckAsync(FaultRule rule)
        {
            Service.SetFaults(rule);
            return $"{(int)(await AskStatusAsync(one)).StatusCode} {(int)(await AskStatusAsync(two)).StatusCode}";
        }

        Assert.Equal("429 200", await StruckAsync(Refuse(Operation.Status) with { Prompt = "one" }));
        Assert.Equal("200 429", await StruckAsync(Refuse(Operation.Status) with { RequestId = two }));
        Assert.Equal("429 429", await StruckAsync(Refuse(Operation.Status) with { JobState = JobState.Succeed }));
        Assert.Equal("200 200", await StruckAsync(Refuse(Operation.Status) with { JobState = JobState.InQueue }));
    }

    [Fact]
    public async Task Per_job_the_first_is_the_first_of_every_job()
    {
        string one = await SubmitAsync("one"), two = await SubmitAsync("two");
        var (first, second) = (await LinkAsync(one), await LinkAsync(two));
        Service.SetFaults(Refuse(Operation.Download) with { PerJob = true, Occurrences = 1 });

        var statuses = new List<int>();
        foreach (var link in new[] { first, first, second, first, second })
        {
            statuses.Add((int)(await GetAsync(link)).StatusCode);
        }

        Assert.Equal([429, 200, 429, 200, 200], statuses);
    }

    [Fact]
    public async Task A_drop_before_reading_counts_with_the_others()
    {
        Service.SetFaults(
            Refuse(Operation.Submit) with { Prompt = "a" },
            new FaultRule { Operation = Operation.Submit, Occurrences = 2, Fault = FaultKind.DropBeforeReading });

        Assert.Equal(429, await StatusOfSubmitAsync("a"));
        await Assert.ThrowsAsync<HttpRequestException>(() => TrySubmitAsync("a"));
        Assert.Equal(429, await StatusOfSubmitAsync("a"));
    }

    [Fact]
    public async Task Faults_come_before_the_key_is_looked_at()
    {
        Http.DefaultRequestHeaders.Authorization = null;
        Service.SetFaults(Refuse(Operation.Submit));

        Assert.Equal(429, await StatusOfSubmitAsync("a"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_share_strikes_the_same_calls_in_every_run(bool perJob)
    {
        Service.SetFaults(Refuse(Operation.Submit) with { Share = 0.3, PerJob = perJob });
        var prompts = Enumerable.Range(0, 200).Select(i => $"prompt {i}").ToArray();

        var run = await SubmitAllAsync(prompts);
        Service.Reset();
        Service.SetFaults(Refuse(Operation.Submit) with { Share = 0.3, PerJob = perJob });

        Assert.InRange(run.Count(struck => struck == 'x'), 40, 80);
        Assert.Equal(run, await SubmitAllAsync(prompts));
    }

    [Fact]
    public async Task A_share_per_job_strikes_the_same_jobs_in_any_order()
    {
        var rule = Refuse(Operation.Submit) with { Share = 0.5, PerJob = true };
        Service.SetFaults(rule);
        var run = await SubmitAllAsync("a", "b", "c", "d", "e", "f", "g", "h");
        Service.SetFaults(rule);

        Assert.Equal(string.Concat(run.Reverse()), await SubmitAllAsync("h", "g", "f", "e", "d", "c", "b", "a"));
    }

    [Fact]
    public async Task A_share_of_downloads_per_job_follows_the_prompts_not_the_order_of_the_submits()
    {
        string[] prompts = ["a", "b", "c", "d", "e", "f", "g", "h", "a", "b"];
        var run = await DownloadAllAsync(prompts);
        Service.Reset();
        var reversed = await DownloadAllAsync([.. prompts.Reverse()]);

        Assert.Contains(429, run.Values);
        Assert.Contains(200, run.Values);
        Assert.Equal(run, reversed);

        async Task<SortedDictionary<string, int>> DownloadAllAsync(string[] submitted)
        {
            Service.SetFaults(Refuse(Operation.Download) with { Share = 0.5, PerJob = true });
            var statuses = new SortedDictionary<string, int>(StringComparer.Ordinal);
            foreach (var (index, prompt) in submitted.Index())
            {
                using var response = await GetAsync(await SubmitAndLinkAsync(prompt));
                statuses[$"{prompt} {submitted.Take(index).Count(other => other == prompt)}"] = (int)response.StatusCode;
            }

            return statuses;
        }
    }

    [Theory]
    [InlineData(0, '.')]
    [InlineData(1, 'x')]
    public async Task A_share_of_nothing_or_all_is_just_that(double share, char expected)
    {
        Service.SetFaults(Refuse(Operation.Submit) with { Share = share });

        Assert.Equal(new string(expected, 5), await SubmitAllAsync("a", "b", "c", "d", "e"));
    }

    private async Task<int> StatusOfSubmitAsync(string prompt)
    {
        using var response = await TrySubmitAsync(prompt);
        return (int)response.StatusCode;
    }

    /// <summary>Submits one prompt after another; a cross for each that was struck.</summary>
    private async Task<string> SubmitAllAsync(params string[] prompts)
    {
        var struck = "";
        foreach (var prompt in prompts)
        {
            struck += await StatusOfSubmitAsync(prompt) == (int)HttpStatusCode.OK ? '.' : 'x';
        }

        return struck;
    }
}
