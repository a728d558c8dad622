using System.Management.Automation;
using SiliconFlow.Simulator;
using SiliconFlow.Video.Journaling;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Commands;

/// <summary>Waiting and saving write to the journal that a job came with, and read from it.</summary>
public sealed class JournalSaveTests : JournalTest
{
    private string Video => Folder[Path.Combine("videos", "cat.mp4")];

    [Fact]
    public void Every_step_of_a_row_is_written_down_in_its_order()
    {
        Run(Line, Row("a cat", "cat")).ThrowOnError();

        Assert.Equal([JournalEvent.Intent, JournalEvent.Submitted, JournalEvent.Succeeded, JournalEvent.Saving, JournalEvent.Saved], Events());
        var saved = Records()[^1];
        Assert.Equal(Video, saved.Path);
        Assert.Equal(new FileInfo(Video).Length, saved.Length);
        Assert.Equal(ContentHash.Of(File.ReadAllBytes(Video)), saved.Sha256);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_end_that_only_the_save_has_seen_is_written_down(bool succeeds)
    {
        Service.SetFaults(succeeds ? [] : [new FaultRule { Operation = Operation.Submit, Fault = FaultKind.GenerationFailed, Reason = "no cats" }]);
        Run("$jobs = " + Submit, Row("a cat", "cat")).ThrowOnError();

        var result = Run("$jobs | Save-SFVideo -Destination videos");

        JournalEvent[] end = succeeds ? [JournalEvent.Succeeded, JournalEvent.Saving, JournalEvent.Saved] : [JournalEvent.Failed];
        Assert.Equal([JournalEvent.Intent, JournalEvent.Submitted, .. end], Events());
        Assert.Equal(succeeds ? [] : ["GenerationFailed"], result.Errors.Select(error => Id(error)));
    }

    [Fact]
    public void A_job_that_came_through_a_file_or_another_process_keeps_its_journal()
    {
        var job = Assert.Single(Run(Submit, Row("a cat", "cat")).ThrowOnError().Output);

        var done = Assert.Single(Session.Run("$input | Wait-SFVideo -PollIntervalSec 0.1", new[] { Revived(job) }).ThrowOnError().Output);
        Assert.Equal(JournalEvent.Succeeded, Events()[^1]);

        Session.Run("$input | Save-SFVideo -Destination videos", new[] { Revived(done) }).ThrowOnError();
        Assert.Equal(JournalEvent.Saved, Events()[^1]);
    }

    [Fact]
    public void A_job_may_be_waited_for_in_another_session_while_the_batch_goes_on()
    {
        using var other = ModuleRunspace.Open();
        other.Run("Connect-SFVideo -ApiKey sk-other -BaseUri $uri", variables: new Dictionary<string, object?> { ["uri"] = Service.BaseUri }).ThrowOnError();
        ScriptResult? waited = null;
        void Wait(PSObject job) => waited = other.Run("$input | Wait-SFVideo -PollIntervalSec 0.1", new[] { job });

        Session.Run(Submit + " | ForEach-Object { $wait.Invoke($_) }", variables: new Dictionary<string, object?> { ["rows"] = Rows("a"), ["wait"] = (Action<PSObject>)Wait }).ThrowOnError();

        Assert.Single(waited!.ThrowOnError().Output);
        Assert.Equal([JournalEvent.Intent, JournalEvent.Submitted, JournalEvent.Succeeded], Events());
    }

    [Fact]
    public void A_file_that_is_missing_is_fetched_again_by_a_fresh_link()
    {
        var rows = new[] { Row("a cat", "cat"), Row("waves", "waves") };
        var files = Files(Run(Line, rows));
        File.Delete(Video);

        Assert.Equal(files, Files(Run(Line, rows)));

        Assert.True(File.Exists(Video));
        Assert.Equal(3, CallsOf(Operation.Download));
        Assert.Equal(2, Service.Bill.Count);
    }

    [Fact]
    public void A_file_that_is_right_needs_no_partial_file()
    {
        var id = Run(Line, Row("a cat", "cat")).ThrowOnError().RequestIds()[0];
        File.WriteAllText(Folder[Path.Combine("videos", $"old name.mp4.{id}.13574.e-x.partial")], "x");

        Run(Line, Row("a cat", "cat")).ThrowOnError();

        Assert.Empty(Folder.Partials);
    }

    [Fact]
    public void A_file_that_was_changed_is_replaced_only_by_force()
    {
        var files = Files(Run(Line, Row("a cat", "cat")));
        var content = File.ReadAllBytes(Video);
        var changed = (byte[])content.Clone();
        changed[^1] ^= 1;
        File.WriteAllBytes(Video, changed);

        var second = Run(Line, Row("a cat", "cat"));
        Assert.Equal("FileExists", Id(Assert.Single(second.Errors)));
        Assert.Equal(changed, File.ReadAllBytes(Video));

        Assert.Equal(files, Files(Run(Line + " -Force", Row("a cat", "cat"))));
        Assert.Equal(content, File.ReadAllBytes(Video));
    }

    [Fact]
    public void Force_fetches_nothing_that_is_right()
    {
        var files = Files(Run(Line, Row("a cat", "cat")));

        Assert.Equal(files, Files(Run(Line + " -Force", Row("a cat", "cat"))));

        Assert.Equal(1, CallsOf(Operation.Download));
    }

    /// <summary>A crash between the file's getting its name and the record of it.</summary>
    [Fact]
    public void A_file_that_got_its_name_counts_though_that_was_not_written_down()
    {
        var files = Files(Run(Line, Row("a cat", "cat")));
        File.WriteAllLines(JournalPath, File.ReadAllLines(JournalPath)[..^1]);

        Assert.Equal(files, Files(Run(Line, Row("a cat", "cat"))));

        Assert.Equal(1, CallsOf(Operation.Download));
        Assert.Equal(["Saved"], Texts(Run("Get-SFVideoJournal run.jsonl").ThrowOnError(), "Status"));
    }

    /// <summary>The same crash, on a run that saves to another folder than the first.</summary>
    [Fact]
    public void A_file_of_a_second_folder_counts_though_its_end_was_not_written_down()
    {
        var line = Line.Replace("videos", "more", StringComparison.Ordinal);
        Run(Line, Row("a cat", "cat")).ThrowOnError();
        var files = Files(Run(line, Row("a cat", "cat")));
        File.WriteAllLines(JournalPath, File.ReadAllLines(JournalPath)[..^1]);

        Assert.Equal(files, Files(Run(line, Row("a cat", "cat"))));
        Assert.Equal(2, CallsOf(Operation.Download));
        Run(Line, Row("a cat", "cat")).ThrowOnError();
        Assert.Equal(2, CallsOf(Operation.Download));
    }

    [Fact]
    public void A_video_is_announced_before_it_has_its_name()
    {
        Run(SubmitAndWait, Row("a cat", "cat")).ThrowOnError();
        Directory.CreateDirectory(Video);

        var result = Run(Line, Row("a cat", "cat"));

        Assert.Equal("DownloadFailed", Id(Assert.Single(result.Errors)));
        Assert.Equal(JournalEvent.Saving, Events()[^1]);
        Directory.Delete(Video);
        Assert.Single(Run(Line, Row("a cat", "cat")).ThrowOnError().Output);
        Assert.Equal(JournalEvent.Saved, Events()[^1]);
    }

    [Fact]
    public void Rows_of_the_same_name_keep_their_files()
    {
        var rows = new[] { Row("a", "same"), Row("b", "same"), Row("c", "same") };
        var files = Files(Run(Line, rows));
        Array.Reverse(rows);
        File.Delete($"{Run(Line, rows).Output[0].Properties["FullName"].Value}");

        Assert.Equal(files, Files(Run(Line, rows)));
        Assert.Equal(3, Directory.GetFiles(Folder["videos"]).Length);
    }

    [Fact]
    public void A_link_that_ended_between_the_runs_is_asked_for_anew()
    {
        Run(SubmitAndWait, Row("a cat", "cat")).ThrowOnError();
        var asked = CallsOf(Operation.Status);

        Run(Line, Row("a cat", "cat")).ThrowOnError();

        Assert.Equal(asked + 1, CallsOf(Operation.Status));
        Assert.DoesNotContain("Signature", JournalText(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_journal_that_is_gone_is_told_once_and_the_jobs_go_on()
    {
        Run("$jobs = " + Submit, Rows("a", "b")).ThrowOnError();
        File.Delete(JournalPath);

        var result = Run("$jobs | Wait-SFVideo -PollIntervalSec 0.1 | Save-SFVideo -Destination videos").ThrowOnError();

        Assert.Equal(2, result.Output.Count);
        Assert.Equal(2, result.Warnings.Count);
        Assert.All(result.Warnings, warning => Assert.Contains($"The journal '{JournalPath}' is not there", warning, StringComparison.Ordinal));
        Assert.False(File.Exists(JournalPath));
    }

    [Fact]
    public void A_job_from_a_plain_request_id_touches_no_journal()
    {
        Run("$jobs = " + Submit, Rows("a")).ThrowOnError();
        var journal = JournalText();

        Run("$jobs.RequestId | Wait-SFVideo -PollIntervalSec 0.1 | Save-SFVideo -Destination videos").ThrowOnError();

        Assert.Equal(journal, JournalText());
    }

    private static PSObject Revived(PSObject item) => (PSObject)PSSerializer.Deserialize(PSSerializer.Serialize(item));
}
