using SiliconFlow.Simulator;

namespace SiliconFlow.Video.Tests.Commands;

/// <summary>The same line, run again.</summary>
public sealed class JournalAgainTests : JournalTest
{
    [Theory]
    [InlineData(Submit)]
    [InlineData(SubmitAndWait)]
    [InlineData(Line)]
    public void A_second_run_does_what_is_missing_and_pays_for_nothing(string firstRun)
    {
        var rows = new[] { Row("a cat", "cat"), Row("一只\"猫\" 🐱", "猫"), Row("waves") };
        Run(firstRun, rows).ThrowOnError();
        var ids = Service.Bill.Select(entry => entry.RequestId).Order(StringComparer.Ordinal).ToArray();

        var result = Run(Line, rows);

        Assert.Equal(3, Service.Bill.Count);
        Assert.Equal(ids, Texts(result.ThrowOnError(), "RequestId"));
        Assert.Equal(["", "cat", "猫"], Texts(result, "Name"));
        Assert.All(result.Output, file => Assert.True(File.Exists($"{file.Properties["FullName"].Value}")));
    }

    [Fact]
    public void A_run_that_is_complete_is_repeated_without_a_single_call()
    {
        var rows = new[] { Row("a cat", "cat"), Row("waves"), Row("waves") };
        var first = Files(Run(Line, rows));
        var calls = Service.Calls.Count;
        var journal = JournalText();

        Assert.Equal(first, Files(Run(Line, rows)));
        Assert.Equal(first, Files(Run(Line, rows)));

        Assert.Equal(calls, Service.Calls.Count);
        Assert.Equal(journal, JournalText());
    }

    [Fact]
    public void What_an_interrupted_run_and_its_next_give_is_what_a_calm_run_gives()
    {
        var rows = new[] { Row("a cat", "cat"), Row("waves", "waves"), Row("waves") };
        Run(Submit, rows[0]).ThrowOnError();
        Run(SubmitAndWait, rows[1]).ThrowOnError();
        var pieces = Files(Run(Line, rows));

        Assert.Equal(pieces, Files(Run(Line, rows)));
        Assert.Equal(["a cat", "waves", "waves"], Paid);
        Assert.Equal(["cat.mp4", $"{Service.Bill[2].RequestId}.mp4", "waves.mp4"], Directory.GetFiles(Folder["videos"]).Select(Path.GetFileName).Order(StringComparer.Ordinal).OrderBy(name => name switch { "cat.mp4" => 0, "waves.mp4" => 2, _ => 1 }));
    }

    [Fact]
    public void Rows_may_be_sorted_added_and_removed_between_runs()
    {
        var first = Run(Submit, Rows("a", "b", "c")).ThrowOnError().Output.ToDictionary(job => $"{job.Properties["Prompt"].Value}", job => $"{job.Properties["RequestId"].Value}");

        var second = Run(Submit, Rows("d", "c", "a")).ThrowOnError().Output.ToDictionary(job => $"{job.Properties["Prompt"].Value}", job => $"{job.Properties["RequestId"].Value}");
        var third = Run(Submit, Rows("b", "d")).ThrowOnError().Output.ToDictionary(job => $"{job.Properties["Prompt"].Value}", job => $"{job.Properties["RequestId"].Value}");

        Assert.Equal(["a", "b", "c", "d"], Paid);
        Assert.Equal((first["a"], first["c"]), (second["a"], second["c"]));
        Assert.Equal((first["b"], second["d"]), (third["b"], third["d"]));
    }

    [Fact]
    public void Three_equal_rows_are_three_videos_on_every_run()
    {
        var ids = Texts(Run(Submit, Rows("a", "a", "a")).ThrowOnError(), "RequestId");
        Assert.Distinct(ids);
        Assert.Equal(3, ids.Length);

        Assert.Equal(ids, Texts(Run(Line, Rows("a", "a", "a")).ThrowOnError(), "RequestId"));
        Assert.Equal(3, Service.Bill.Count);

        Assert.Equal(5, Run(Submit, Rows("a", "a", "a", "a", "a")).ThrowOnError().Output.Count);
        Assert.Equal(5, Service.Bill.Count);

        Assert.Equal(2, Run(Submit, Rows("a", "a")).ThrowOnError().Output.Count);
        Assert.Equal(5, Service.Bill.Count);
    }

    [Fact]
    public void A_new_name_is_no_new_row_and_is_the_name_from_then_on()
    {
        Run(Submit, Row("a cat", "old")).ThrowOnError();

        var result = Run(Line, Row("a cat", "new")).ThrowOnError();

        Assert.Single(Service.Bill);
        Assert.Equal(["new"], Texts(result, "Name"));
        Assert.Equal([Folder[Path.Combine("videos", "new.mp4")]], Texts(result, "FullName"));
    }

    [Fact]
    public void Another_image_is_another_row_and_the_same_one_elsewhere_is_not()
    {
        byte[] png = [0x89, .. "PNG\r\n\u001a\n"u8, 1, 2, 3];
        File.WriteAllBytes(Folder["a.png"], png);
        Run(Submit, Row("zoom", image: "a.png")).ThrowOnError();

        File.Move(Folder["a.png"], Folder["b.png"]);
        Run(Submit, Row("zoom", image: "b.png")).ThrowOnError();
        Run(Submit, Row("zoom", image: "data:image/png;base64," + Convert.ToBase64String(png))).ThrowOnError();
        Assert.Single(Service.Bill);

        File.WriteAllBytes(Folder["b.png"], [.. png, 4]);
        Run(Submit, Row("zoom", image: "b.png")).ThrowOnError();
        Assert.Equal(2, Service.Bill.Count);
    }

    [Fact]
    public void Image_data_and_the_key_are_not_in_the_journal()
    {
        byte[] png = [0x89, .. "PNG\r\n\u001a\n"u8, 1, 2, 3];
        File.WriteAllBytes(Folder["a.png"], png);
        Refuse(Service, 400, $"{{\"code\":20015,\"message\":\"The key {Hosting.SimulatedSession.Key} sent this\",\"data\":null}}", 3);

        Run(Submit, Row("one", image: "a.png"), Row("two", image: "data:image/png;base64," + Convert.ToBase64String(png)), Row("three"));

        var journal = JournalText();
        Assert.Contains("rejected", journal, StringComparison.Ordinal);
        Assert.DoesNotContain("sk-", journal, StringComparison.Ordinal);
        Assert.DoesNotContain("iVBOR", journal, StringComparison.Ordinal);
        Assert.Equal(2, journal.Split(ContentHash.Of(png)).Length - 1);
        Assert.Contains(Folder["a.png"], journal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_that_was_refused_is_sent_again_and_one_that_is_wrong_is_not_written_down()
    {
        Refuse(Service, 400, occurrences: 1);
        var first = Run(Submit + " -ThrottleLimit 1", Rows("a", "b"));
        Assert.Equal("InvalidRequest", Id(Assert.Single(first.Errors)));
        Assert.Equal(["b"], Paid);

        var second = Run(Submit, Rows("a", " ", "b"));

        Assert.Equal(["a", "b"], Paid);
        Assert.Equal(["a", "b"], Texts(second, "Prompt"));
        Assert.Equal("InvalidRequest", Id(Assert.Single(second.Errors)));
        Assert.Equal(2, Records().Max(record => record.Try));
    }

    [Fact]
    public void Journals_are_found_by_location_drive_and_path_from_any_spelling()
    {
        Directory.CreateDirectory(Folder["sub"]);
        Run(Submit, Rows("a")).ThrowOnError();

        var result = Session.Run(
            MakeDrive + "'a' | New-SFVideo -Journal J:run.jsonl; $null = $ExecutionContext.SessionState.Path.SetLocation($sub); 'a' | New-SFVideo -Journal ../run.jsonl; 'a' | New-SFVideo -Journal $full; 'a' | New-SFVideo -Journal ([IO.FileInfo] $full); Get-SFVideoJournal ../run.jsonl",
            variables: new Dictionary<string, object?> { ["root"] = Folder.Path, ["sub"] = Folder["sub"], ["full"] = JournalPath });

        Assert.Equal(5, result.ThrowOnError().Output.Count);
        Assert.Single(Service.Bill);
        Assert.Equal(5, result.Output.Count(job => (string)job.Properties["Journal"].Value == JournalPath));
        Assert.Empty(Directory.GetFiles(Folder["sub"]));
    }

    [Fact]
    public void A_journal_whose_folder_is_not_there_stops_the_batch_before_a_call()
    {
        var result = Run("$rows | New-SFVideo -Journal nowhere/run.jsonl", Rows("a"));

        Assert.Equal("JournalWriteFailed", Id(Error(result)));
        Assert.Empty(Service.Calls);
    }

    [Fact]
    public void Damage_stops_the_batch_with_the_line_and_what_to_do()
    {
        Run(Submit, Rows("a")).ThrowOnError();
        File.WriteAllText(JournalPath, "damage\n" + File.ReadAllText(JournalPath));

        var result = Run(Submit, Rows("a"));

        Assert.Equal("JournalUnreadable", Id(Error(result)));
        Assert.Contains("Line 1 ", Error(result).ToString(), StringComparison.Ordinal);
        Assert.StartsWith("Mend the line", Error(result).ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Single(Service.Bill);
        Assert.StartsWith("damage\n", File.ReadAllText(JournalPath), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Submit + " -Verbose")]
    [InlineData(Submit + " -Verbose -WhatIf")]
    [InlineData("Get-SFVideoJournal run.jsonl -Verbose")]
    [InlineData("$jobs | Wait-SFVideo -PollIntervalSec 0.1 -Verbose")]
    [InlineData("$jobs | Save-SFVideo -Verbose")]
    public void A_torn_line_is_told(string script)
    {
        Run("$jobs = " + Submit, Rows("a")).ThrowOnError();
        File.AppendAllText(JournalPath, "{\"v\":1,\"at\":");

        var result = Run(script, Rows("a")).ThrowOnError();

        Assert.Single(result.Verbose, text => text.Contains("was cut short by a crash (12 bytes) and is ignored", StringComparison.Ordinal));
        Assert.Single(Service.Bill);
    }
}
