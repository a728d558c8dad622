using System.Text;
using Microsoft.Extensions.Time.Testing;
using SiliconFlow.Video.Journaling;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Journaling;

/// <summary>Journals on the disk.</summary>
public sealed class JournalTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();

    private string Path => _folder["run.jsonl"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_was_appended_is_in_the_file_and_in_the_state()
    {
        using (var hold = Hold())
        {
            await hold.Journal.AppendAsync(Record("one"));

            Assert.Equal("""{"v":1,"at":"2026-03-01T12:00:00+00:00","event":"intent","row":"one","occurrence":1,"try":1}""" + "\n", Text());
            Assert.Single(hold.Journal.Look(state => state.Rows));
            await hold.Journal.AppendAsync(Record("two"));
        }

        using var again = Hold();
        Assert.Equal(["one", "two"], Rows(again));
    }

    [Fact]
    public async Task A_torn_line_is_told_once_and_cut_off_wherever_it_was_torn()
    {
        var first = JournalJson.Write(Record("one"));
        var second = JournalJson.Write(Record("two"));
        for (var cut = 0; cut <= second.Length; cut++)
        {
            File.WriteAllBytes(Path, [.. first, .. second.AsSpan(0, cut)]);
            var whole = cut >= second.Length - 1;
            using (var hold = Hold())
            {
                using var other = Hold();
                Assert.Equal(cut > 0 && !whole, hold.Torn is not null);
                Assert.Null(other.Torn);
                await hold.Journal.AppendAsync(Record("three"));
            }

            var content = JournalReader.Read(Path);
            Assert.Equal(whole ? ["one", "two", "three"] : ["one", "three"], content.State.Rows.Select(row => row.Key.Fingerprint));
            Assert.Equal(whole ? 3 : 2, File.ReadAllLines(Path).Length);
            Assert.Equal(0, content.TornLength);
        }
    }

    [Fact]
    public void A_file_that_is_no_journal_stays_as_it_is()
    {
        File.WriteAllText(Path, "a line of the user's own");

        Assert.Throws<SFVideoJournalException>(() => Hold());

        Assert.Equal("a line of the user's own", Text());
    }

    [Fact]
    public async Task Records_that_come_while_the_disk_is_busy_share_a_flush()
    {
        const int records = 4000;
        using var hold = Hold();
        var busy = hold.Journal.AppendAsync(Record("one") with { Prompt = new string('x', 8 * 1024 * 1024) });

        await Task.WhenAll([busy, .. Enumerable.Range(0, records).Select(i => hold.Journal.AppendAsync(Record($"{i}")))]);

        Assert.InRange(hold.Journal.Flushes, 1, records / 8);
        Assert.Equal(records + 1, JournalReader.Read(Path).State.Rows.Count);
    }

    [Fact]
    public async Task A_journal_lives_until_its_last_user_lets_go()
    {
        var batch = Hold(forBatch: true);
        using (var wait = Hold())
        {
            Assert.Same(batch.Journal, wait.Journal);
            Assert.Equal("JournalLocked", Assert.Throws<SFVideoJournalException>(() => Hold(forBatch: true)).ErrorId);
            batch.Dispose();
            batch.Dispose();
            using var next = Hold(forBatch: true);
            await wait.Journal.AppendAsync(Record("one"));
        }

        using var last = Hold();
        Assert.NotSame(batch.Journal, last.Journal);
        Assert.Equal(["one"], Rows(last));
    }

    [Fact]
    public void A_damaged_journal_is_let_go_of()
    {
        File.WriteAllText(Path, "damage\n");
        Assert.Equal("JournalUnreadable", Assert.Throws<SFVideoJournalException>(() => Hold()).ErrorId);
        File.WriteAllText(Path, "");

        Hold().Dispose();
    }

    private static JournalRecord Record(string row) => new() { Event = JournalEvent.Intent, Row = row, Occurrence = 1, Try = 1 };

    private static string[] Rows(JournalHold hold) => hold.Journal.Look(state => state.Rows.Select(row => row.Key.Fingerprint).ToArray());

    private JournalHold Hold(bool forBatch = false) => Journal.Hold(Path, new FakeTimeProvider(Now), forBatch);

    /// <summary>Read while the journal is open.</summary>
    private string Text()
    {
        using var reader = new StreamReader(new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite), Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
