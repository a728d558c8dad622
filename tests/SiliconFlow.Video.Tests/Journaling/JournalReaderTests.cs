using System.Text;
using System.Text.Json;
using SiliconFlow.Video.Journaling;

namespace SiliconFlow.Video.Tests.Journaling;

/// <summary>What editors, crashes and other versions make of journals.</summary>
public sealed class JournalReaderTests
{
    private const string Intent = """{"v":1,"at":"2026-03-01T12:00:00+00:00","event":"intent","row":"F0","occurrence":1,"try":1,"prompt":"a cat"}""";
    private const string Submitted = """{"v":1,"at":"2026-03-01T12:00:01+00:00","event":"submitted","row":"F0","occurrence":1,"try":1,"requestId":"job-1"}""";
    private const string Saved = """{"v":1,"at":"2026-03-01T12:00:02+00:00","event":"saved","requestId":"job-1","path":"/a.mp4","length":3,"sha256":"AB"}""";

    [Theory]
    [InlineData("\n", "")]
    [InlineData("\r\n", "")]
    [InlineData("\n", "\ufeff")]
    [InlineData("\r\n", "\ufeff")]
    [InlineData(" \n\n \t\r\n\n", "\n\r\n")]
    public void Byte_order_marks_other_line_ends_and_blank_lines_do_no_harm(string end, string start)
    {
        var content = Parse($"{start}{Intent}{end}{Submitted}{end}{Saved}{end}");

        Assert.Equal(JournalEvent.Saved, content.State.StageOf(Assert.Single(content.State.Rows)));
        Assert.Equal(0, content.TornLength);
        Assert.False(content.NeedsLineEnd);
    }

    [Fact]
    public void An_empty_file_is_an_empty_journal()
    {
        Assert.Empty(Parse("").State.Rows);
        Assert.Empty(Parse("\ufeff").State.Rows);
        Assert.Empty(Parse("\n\n").State.Rows);
    }

    [Fact]
    public void A_last_line_without_its_end_counts()
    {
        var content = Parse($"{Intent}\n{Submitted}");

        Assert.Equal(JournalEvent.Submitted, content.State.StageOf(Assert.Single(content.State.Rows)));
        Assert.True(content.NeedsLineEnd);
        Assert.Equal(0, content.TornLength);
    }

    [Theory]
    [InlineData("\0\0\0\0\0\0\0\0")]
    [InlineData("{\"v\":1,\"at\":\"2026-03\0\0\0\0")]
    [InlineData(Submitted + "\0\0\0\0")]
    [InlineData("{\"v\":1,\"at\":\"2026-03-01T12:00:01+00:00\",\"event\":\"sub")]
    public void A_tail_that_a_power_cut_left_is_ignored(string tail)
    {
        var content = Parse($"{Intent}\n{tail}");

        Assert.Equal(JournalEvent.Intent, content.State.StageOf(Assert.Single(content.State.Rows)));
        Assert.Equal(Encoding.UTF8.GetByteCount(tail), content.TornLength);
        Assert.Contains("'run.jsonl' was cut short", content.TellTorn("run.jsonl")?.English, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no record at all")]
    [InlineData("{\"v\":1,\"at\":\"2026-03")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("1")]
    [InlineData("\0\0\0")]
    [InlineData("{\"v\":1,\"event\":\"submitted\",\"row\":\"F0\"}")]
    [InlineData("{\"v\":1,\"event\":\"intent\"}")]
    [InlineData("{\"v\":1,\"event\":\"saved\",\"requestId\":\"\"}")]
    [InlineData("{\"v\":1,\"event\":3,\"row\":\"F0\",\"requestId\":\"a\"}")]
    [InlineData("{\"v\":1,\"event\":\"forgotten\",\"row\":\"F0\"}")]
    [InlineData("{\"v\":1,\"event\":\"intent\",\"row\":\"\\ud800\"}")]
    [InlineData("{\"v\":1,\"event\":\"intent\",\"row\":\"F0\",\"seed\":\"x\"}")]
    public void Damage_before_the_end_names_its_line(string line)
    {
        var error = Assert.Throws<SFVideoJournalException>(() => Parse($"{Intent}\n\n{line}\n{Saved}\n"));

        Assert.Equal("JournalUnreadable", error.ErrorId);
        Assert.StartsWith("Line 3 of the journal 'run.jsonl' cannot be read: ", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"v\":2,\"event\":\"intent\",\"row\":\"F0\"}\n")]
    [InlineData("{\"v\":2,\"event\":\"intent\",\"row\":\"F0\"}")]
    [InlineData("{\"v\":2,\"event\":\"something new\",\"row\":{}}\n")]
    [InlineData("{\"v\":2,\"event\":\"something new\",\"row\":{}}")]
    public void A_newer_version_is_told_and_nothing_of_it_is_cut_off(string line)
    {
        var error = Assert.Throws<SFVideoJournalException>(() => Parse($"{Intent}\n{line}"));

        Assert.Contains("Line 2 of the journal 'run.jsonl' cannot be read: a newer version of the module wrote it.", error.Message, StringComparison.Ordinal);
    }

    /// <summary>What is taken for a torn line is cut off by the next write: a file of the user's must never be.</summary>
    [Theory]
    [InlineData("Prompt,Name")]
    [InlineData("sk-a-key-and-nothing-else")]
    [InlineData("{\"key\":\"of a file of settings\"")]
    [InlineData("{\"key\":\"of a file of settings\"}")]
    [InlineData("\"text\"")]
    [InlineData("\u00ff\u00d8\u00ff")]
    public void A_file_that_is_no_journal_is_not_taken_for_a_torn_one(string text)
    {
        Assert.Contains("Line 1 ", Assert.Throws<SFVideoJournalException>(() => Parse(text)).Message, StringComparison.Ordinal);
        Assert.Contains("Line 2 ", Assert.Throws<SFVideoJournalException>(() => Parse($"{Intent}\n{text}")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fields_that_this_version_does_not_know_are_passed_over()
    {
        var content = Parse(Intent.Replace("\"prompt\"", "\"later\":{\"deep\":[1,2]},\"prompt\"", StringComparison.Ordinal) + "\n");

        Assert.Equal("a cat", content.State.ToVideo(Assert.Single(content.State.Rows), "run.jsonl").Prompt);
    }

    [Fact]
    public void Records_are_plain_JSON_with_text_as_it_was_typed()
    {
        var line = Encoding.UTF8.GetString(JournalJson.Write(new JournalRecord
        {
            Event = JournalEvent.Intent,
            Row = "F0",
            Prompt = "一只戴'帽子'的猫 🐱 <ü+ß> & \"quotes\"\r\nand a line\u2028end",
        }));

        Assert.Contains("一只戴'帽子'的猫 🐱 <ü+ß> & \\\"quotes\\\"\\r\\nand a line", line, StringComparison.Ordinal);
        Assert.DoesNotContain('\u2028', line);
        using var json = JsonDocument.Parse(line);
        var names = json.RootElement.EnumerateObject().Select(property => property.Name).ToArray();
        Assert.Equal(["v", "at", "event", "row", "prompt"], names);
    }

    [Fact]
    public void A_path_that_cannot_be_read_is_told()
    {
        var error = Assert.Throws<SFVideoJournalException>(() => JournalReader.Read(Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"), "run.jsonl")));

        Assert.Equal("JournalUnreadable", error.ErrorId);
    }

    private static JournalContent Parse(string text) => JournalReader.Parse(Encoding.UTF8.GetBytes(text), "run.jsonl");
}
