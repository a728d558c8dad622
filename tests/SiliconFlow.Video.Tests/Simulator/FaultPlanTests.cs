using System.Text.RegularExpressions;
using SiliconFlow.Simulator;

namespace SiliconFlow.Video.Tests.Simulator;

/// <summary>The JSON form of a plan, and what is refused.</summary>
public sealed partial class FaultPlanTests
{
    public static TheoryData<string> DocumentedPlans =>
        [.. JsonFence().Matches(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "simulator.md"))).Select(match => match.Groups[1].Value)];

    public static TheoryData<FaultKind> Kinds => [.. Enum.GetValues<FaultKind>()];

    [Theory]
    [MemberData(nameof(DocumentedPlans))]
    public void A_documented_plan_is_understood(string json) => Assert.NotEmpty(FaultPlan.Parse(json).Rules);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_is_documented_with_an_example(FaultKind kind)
    {
        var page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "simulator.md"));
        var name = char.ToLowerInvariant(kind.ToString()[0]) + kind.ToString()[1..];

        Assert.Contains($"| `{name}` |", page, StringComparison.Ordinal);
        Assert.Contains(JsonFence().Matches(page), match => match.Value.Contains($"\"fault\": \"{name}\"", StringComparison.Ordinal));
    }

    [Fact]
    public void A_plan_survives_its_json_form()
    {
        var plan = FaultPlan.Of(
            new FaultRule
            {
                Operation = Operation.Submit,
                Fault = FaultKind.Answer,
                Occurrences = "1-2,5-",
                Prompt = "*猫*",
                Delay = TimeSpan.FromSeconds(1.5),
                Status = 503,
                Body = "\"busy\"",
                ContentType = "text/plain",
                RetryAfter = "3",
                Headers = new Dictionary<string, string?> { ["A"] = "b", ["C"] = null },
                TakesJob = true,
            },
            new FaultRule
            {
                Operation = Operation.Download,
                Fault = FaultKind.DropMidBody,
                Share = 0.5,
                PerJob = true,
                JobState = JobState.Succeed,
                AfterFraction = 0.1,
            });

        var json = plan.ToJson();

        Assert.Equal(json, FaultPlan.Parse(json).ToJson());
        Assert.Contains("\"delaySeconds\": 1.5", json, StringComparison.Ordinal);
        Assert.Contains("*猫*", json, StringComparison.Ordinal);
        Assert.Contains("\"C\": null", json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"rules":[{"operation":"submit","falt":"hang"}]}""", "falt")]
    [InlineData("""{"rule":[]}""", "rule")]
    [InlineData("""{"rules":null}""", "rules")]
    [InlineData("""{"rules":[{"operation":"submit"}]}""", "fault")]
    [InlineData("""{"rules":[{"operation":"pay","fault":"hang"}]}""", "rules[0].operation")]
    [InlineData("""{"rules":[{"operation":0,"fault":"hang"}]}""", "rules[0].operation")]
    [InlineData("""{"rules":[{"operation":"submit","fault":"hang","occurrences":"0"}]}""", "rules[0].occurrences")]
    [InlineData("""{"rules":[{"operation":"submit","fault":"hang","occurrences":"3-2"}]}""", "rules[0].occurrences")]
    [InlineData("""{"rules":[{"operation":"submit","fault":"hang","occurrences":true}]}""", "rules[0].occurrences")]
    [InlineData("""{"rules":[{"operation":"submit","fault":"slow","delaySeconds":"1"}]}""", "rules[0].delaySeconds")]
    [InlineData("""{"rules":[{"operation":"submit","fault":"slow"}]}""", "rules[0]: slow needs delaySeconds or bytesPerSecond.")]
    [InlineData("""{"rules":[{"operation":"submit","fault":"slow","delaySeconds":-1}]}""", "rules[0]: delaySeconds is not negative.")]
    [InlineData("""{"rules":[{"operation":"submit","fault":"slow","bytesPerSecond":0}]}""", "rules[0]: bytesPerSecond is at least 1.")]
    [InlineData("""{"rules":[{"operation":"other","fault":"hang"}]}""", "no fault applies")]
    [InlineData("""{"rules":[{"operation":"submit","fault":"hang","occurrences":1,"share":0.5}]}""", "not both")]
    [InlineData("""{"rules":[{"operation":"submit","fault":"hang","share":1.5}]}""", "share lies between")]
    [InlineData("""{"rules":[{"operation":"submit","fault":"hang","requestId":"x"}]}""", "a submit has no requestId")]
    [InlineData("""{"rules":[{"operation":"submit","fault":"hang","jobState":"failed"}]}""", "a submit has no jobState")]
    [InlineData("""{"rules":[{"operation":"models","fault":"hang","prompt":"x"}]}""", "concerns no job")]
    [InlineData("""{"rules":[{"operation":"submit","fault":"dropBeforeReading","prompt":"x"}]}""", "does not read the body")]
    [InlineData("""{"rules":[{"operation":"status","fault":"dropAfterTaking"}]}""", "does not apply to operation \"status\"")]
    [InlineData("""{"rules":[{"operation":"submit","fault":"ignoreRange"}]}""", "does not apply to operation \"submit\"")]
    [InlineData("""{"rules":[{"operation":"submit","fault":"hang","status":500}]}""", "status means nothing to hang")]
    [InlineData("""{"rules":[{"operation":"submit","fault":"dropAfterTaking","delaySeconds":1}]}""", "delaySeconds means nothing to dropAfterTaking")]
    [InlineData("""{"rules":[{"operation":"submit","fault":"answer"}]}""", "answer needs a status")]
    [InlineData("""{"rules":[{"operation":"submit","fault":"answer","status":100}]}""", "status lies between")]
    [InlineData("""{"rules":[{"operation":"status","fault":"answer","status":500,"takesJob":true}]}""", "takesJob belongs to submits")]
    [InlineData("""{"rules":[{"operation":"submit","fault":"redirect"}]}""", "redirect needs a location")]
    [InlineData("""{"rules":[{"operation":"submit","fault":"redirect","location":"/","status":200}]}""", "a redirect has status")]
    [InlineData("""{"rules":[{"operation":"submit","fault":"wrongLength"}]}""", "wrongLength needs")]
    [InlineData("""{"rules":[{"operation":"status","fault":"statusText"}]}""", "statusText needs")]
    [InlineData("""{"rules":[{"operation":"submit","fault":"changedHeaders"}]}""", "changedHeaders needs")]
    [InlineData("""{"rules":[{"operation":"submit","fault":"dropMidBody","afterBytes":-1}]}""", "afterBytes is not negative")]
    [InlineData("""{"rules":[{"operation":"submit","fault":"dropMidBody","afterFraction":2}]}""", "afterFraction lies between")]
    [InlineData("""{"rules":[{"operation":"submit","fault":"dropMidBody","afterBytes":1,"afterFraction":1}]}""", "not both")]
    [InlineData("""{"rules":[{"operation":"submit","fault":"answer","status":429,"retryAfter":"1\n"}]}""", "retryAfter holds a character")]
    [InlineData("""{"rules":[{"operation":"submit","fault":"redirect","location":"/猫"}]}""", "location holds a character")]
    [InlineData("""{"rules":[{"operation":"submit","fault":"garbageJson","contentType":"é"}]}""", "contentType holds a character")]
    [InlineData("""{"rules":[{"operation":"submit","fault":"changedHeaders","headers":{"a b":"c"}}]}""", "\"a b\" is no name")]
    [InlineData("""{"rules":[{"operation":"submit","fault":"changedHeaders","headers":{"A":"\r"}}]}""", "A holds a character")]
    [InlineData("""{"rules":[{"operation":"submit","fault":"changedHeaders","headers":{"content-length":"1"}}]}""", "wrongLength")]
    [InlineData("null", "null")]
    [InlineData("{", "")]
    public void A_plan_that_could_not_do_what_it_says_is_refused_with_the_reason(string json, string reason) =>
        Assert.Contains(reason, Assert.Throws<FormatException>(() => FaultPlan.Parse(json)).Message, StringComparison.Ordinal);

    [GeneratedRegex("```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex JsonFence();
}
