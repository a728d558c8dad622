using SiliconFlow.Video.Journaling;

namespace SiliconFlow.Video.Tests.Journaling;

/// <summary>What the records of one row come to.</summary>
public sealed class JournalStateTests
{
    [Fact]
    public void A_row_stands_where_its_last_submit_and_its_job_stand()
    {
        var state = new JournalState();
        void Then(JournalRecord record, SFVideoStatus status)
        {
            state.Apply(record);
            Assert.Equal(status, state.ToVideo(Assert.Single(state.Rows), "run.jsonl").Status);
        }

        Then(Submit(JournalEvent.Intent, 1), SFVideoStatus.OutcomeUnknown);
        Then(Submit(JournalEvent.Rejected, 1), SFVideoStatus.Rejected);
        Then(Submit(JournalEvent.Intent, 2), SFVideoStatus.OutcomeUnknown);
        Then(Submit(JournalEvent.Unknown, 2), SFVideoStatus.OutcomeUnknown);
        Then(Submit(JournalEvent.Intent, 3), SFVideoStatus.OutcomeUnknown);
        Then(Submit(JournalEvent.Submitted, 3) with { RequestId = "job-3" }, SFVideoStatus.Submitted);
        Then(Job(JournalEvent.Failed, "job-3"), SFVideoStatus.Failed);
        Then(Submit(JournalEvent.Intent, 4), SFVideoStatus.OutcomeUnknown);
        Then(Submit(JournalEvent.Submitted, 4) with { RequestId = "job-4" }, SFVideoStatus.Submitted);
        Then(Job(JournalEvent.Succeeded, "job-4"), SFVideoStatus.Succeeded);
        Then(Job(JournalEvent.Saving, "job-4"), SFVideoStatus.Succeeded);
        Then(Job(JournalEvent.Saved, "job-4"), SFVideoStatus.Saved);
        Assert.Equal(4, Assert.Single(state.Rows).LastTry);
    }

    [Fact]
    public void A_row_shows_what_was_asked_for_and_what_came_of_it()
    {
        var at = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
        var state = Runs.Replay(
        [
            Submit(JournalEvent.Intent, 1) with
            {
                Name = "n", Model = "m", Prompt = "p", NegativePrompt = "np", ImageSize = "960x960", Image = "/i.png", ImageSha256 = "AB", Seed = 1, BaseUri = "https://example.com/v1",
            },
            Submit(JournalEvent.Submitted, 1) with { RequestId = "job", TraceId = "t1", At = at },
            Job(JournalEvent.Succeeded, "job") with { TraceId = "t2", Seed = 2, InferenceTime = 1.5, At = at.AddMinutes(1) },
        ]);

        var expected = new SFVideo("job")
        {
            Name = "n",
            Status = SFVideoStatus.Succeeded,
            Model = "m",
            Prompt = "p",
            NegativePrompt = "np",
            ImageSize = "960x960",
            Image = "/i.png",
            Seed = 2,
            InferenceTime = 1.5,
            SubmittedAt = at.LocalDateTime,
            CompletedAt = at.AddMinutes(1).LocalDateTime,
            TraceId = "t2",
            Journal = "/run.jsonl",
            BaseUri = new Uri("https://example.com/v1"),
        };
        Assert.Equal(expected, state.ToVideo(Assert.Single(state.Rows), "/run.jsonl"));
    }

    [Fact]
    public void A_failed_job_shows_its_reason_and_a_refused_submit_its_error()
    {
        var state = Runs.Replay([Submit(JournalEvent.Submitted, 1) with { RequestId = "job" }, Job(JournalEvent.Failed, "job") with { Reason = "no" }]);
        Assert.Equal("no", state.ToVideo(Assert.Single(state.Rows), "").Reason);

        state = Runs.Replay([Submit(JournalEvent.Rejected, 1) with { Reason = "busy" }]);
        Assert.Equal("busy", state.ToVideo(Assert.Single(state.Rows), "").Reason);
    }

    private static JournalRecord Submit(JournalEvent step, int number) => new() { Event = step, Row = "F", Occurrence = 1, Try = number };

    private static JournalRecord Job(JournalEvent step, string id) => new() { Event = step, RequestId = id };
}
