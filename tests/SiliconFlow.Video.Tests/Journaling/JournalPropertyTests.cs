using CsCheck;
using SiliconFlow.Video.Journaling;

namespace SiliconFlow.Video.Tests.Journaling;

/// <summary>What holds for every journal.</summary>
public sealed class JournalPropertyTests
{
    private static readonly Gen<JournalRecord> Records = Gen.Select(
        Gen.Enum<JournalEvent>(), DrawnRuns.Text, DrawnRuns.Text.Null(), Gen.Long.Nullable(), Gen.Double.Nullable(), Gen.DateTimeOffset, Gen.Int[1, 9].Nullable(),
        (step, text, other, number, seconds, at, count) => new JournalRecord
        {
            At = at,
            Event = step,
            Row = "row" + text,
            Occurrence = count,
            Try = count,
            RequestId = "id" + text,
            Name = other,
            Model = other,
            Prompt = text,
            NegativePrompt = other,
            ImageSize = other,
            Image = other,
            ImageSha256 = other,
            Seed = number,
            BaseUri = other,
            TraceId = other,
            Error = other,
            Reason = text,
            InferenceTime = seconds is { } s && double.IsFinite(s) ? s : null,
            Path = text,
            Length = number,
            Sha256 = other,
        });

    [Fact]
    public void A_record_is_one_line_and_reads_back_as_it_was_written() => Records.Sample(
        record =>
        {
            var line = JournalJson.Write(record);
            return Array.IndexOf(line, (byte)'\n') == line.Length - 1 && line.AsSpan().StartsWith(JournalJson.RecordStart) && JournalJson.Read(line.AsSpan(0, line.Length - 1)) == record;
        },
        iter: 2000);

    [Fact]
    public void The_order_of_the_events_does_not_matter() => DrawnRuns.All.SelectMany(run => Gen.Shuffle(run).Select(shuffled => (run, shuffled))).Sample(
        (run, shuffled) => Assert.Equal(Runs.Describe(Runs.Replay(run)), Runs.Describe(Runs.Replay(shuffled))),
        iter: 500);

    [Fact]
    public void Any_start_of_a_journal_is_a_journal_of_the_lines_that_are_whole() => Gen.Select(DrawnRuns.All, Gen.Double[0, 1]).Sample(
        (run, share) =>
        {
            var file = Runs.File(run);
            AssertStart(run, file, (int)(share * file.Length));
        },
        iter: 500);

    [Fact]
    public void A_journal_may_end_at_every_byte()
    {
        var run = Runs.Of([[0, 6], [1, 2, 3, 5], [4]], "一只猫 \"🐱\"\r\n");
        var file = Runs.File(run);
        for (var cut = 0; cut <= file.Length; cut++)
        {
            AssertStart(run, file, cut);
        }
    }

    private static void AssertStart(JournalRecord[] run, byte[] file, int cut)
    {
        var whole = 0;
        var used = 0;
        foreach (var length in run.Select(record => JournalJson.Write(record).Length))
        {
            // A line is whole with or without its end.
            if (used + length - 1 > cut)
            {
                break;
            }

            whole++;
            used += length;
        }

        var content = JournalReader.Parse(file[..cut], "run.jsonl");

        Assert.Equal(Runs.Describe(Runs.Replay(run.Take(whole))), Runs.Describe(content.State));
        Assert.Equal(cut, content.GoodLength + content.TornLength);
        Assert.Equal(Math.Min(used, cut), content.GoodLength);
        Assert.Equal(used > cut, content.NeedsLineEnd);
    }
}
