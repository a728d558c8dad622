using System.Management.Automation;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Commands;

/// <summary>Journals, tokens of file names, and jobs by the Tab key.</summary>
public sealed class ValueCompletionTests : JournalTest
{
    [Theory]
    [InlineData("Get-SFVideoJournal ", "'it''s [1].jsonl'", "'my run.jsonl'", "run.jsonl", "Batches", "'my folder'")]
    [InlineData("New-SFVideo -Journal R", "run.jsonl")]
    [InlineData("Get-SFVideoJournal -Path x, my", "'my run.jsonl'", "'my folder'")]
    [InlineData("New-SFVideo -Journal \"my", "\"my run.jsonl\"", "\"my folder\"")]
    [InlineData("New-SFVideo -Journal 'it''s", "'it''s [1].jsonl'")]
    [InlineData("New-SFVideo -Journal \"it's [", "\"it's [1].jsonl\"")]
    [InlineData("New-SFVideo -Journal ./ru", "./run.jsonl")]
    [InlineData("New-SFVideo -Journal Batches/", "Batches/old.JSONL")]
    [InlineData("New-SFVideo -Journal 'my folder/", "'my folder/a$b.jsonl'")]
    [InlineData("New-SFVideo -Journal \"my folder/", "'my folder/a$b.jsonl'")]
    [InlineData("New-SFVideo -Journal J:", "'J:it''s [1].jsonl'", "'J:my run.jsonl'", "J:run.jsonl", "J:Batches", "'J:my folder'")]
    [InlineData("New-SFVideo -Journal J:/Batches/o", "J:/Batches/old.JSONL")]
    [InlineData("Export-SFVideoGallery gallery.html -Journal R", "run.jsonl")]
    [InlineData("New-SFVideo -Journal .h", ".hidden.jsonl")]
    public void Journals_come_before_the_folders_that_may_hold_some(string line, params string[] expected)
    {
        Directory.CreateDirectory(Folder["Batches"]);
        Directory.CreateDirectory(Folder["my folder"]);
        foreach (var file in new[] { "it's [1].jsonl", "my run.jsonl", "run.jsonl", "run.txt", ".hidden.jsonl", "Batches/old.JSONL", "my folder/a$b.jsonl" })
        {
            File.WriteAllText(Folder[file], "");
        }

        Session.Run(MakeDrive, variables: new Dictionary<string, object?> { ["root"] = Folder.Path }).ThrowOnError();

        Assert.Equal(expected, Session.Tab(line));
    }

    [Fact]
    public void A_journal_that_is_offered_is_the_one_that_is_read()
    {
        Run(Submit, Row("a hen")).ThrowOnError();
        File.Move(JournalPath, Folder["it's [1].jsonl"]);

        Assert.Equal(["a hen"], Texts(Run($"Get-SFVideoJournal {Assert.Single(Session.Tab("Get-SFVideoJournal i"))}"), "Prompt"));
    }

    [Fact]
    public void A_place_that_is_none_offers_nothing_and_says_nothing()
    {
        foreach (var word in new[] { "Nowhere:/x", "nowhere/x", "'\0/", "variable:/", "HKLM:\\x" })
        {
            Session.Offers($"Get-SFVideoJournal {word}");
        }

        Assert.Empty(Run("$Error").Output);
    }

    [Theory]
    [InlineData("", "'{Name}'", "'{RequestId}'", "'{Seed}'", "'{Model}'", "'{Index}'")]
    [InlineData("'{Index}-{N", "'{Index}-{Name}'")]
    [InlineData("\"{n", "\"{Name}\"")]
    [InlineData("'{Index}-{Name}-", "'{Index}-{Name}-{RequestId}'", "'{Index}-{Name}-{Seed}'", "'{Index}-{Name}-{Model}'")]
    [InlineData("'{index}-{", "'{index}-{Name}'", "'{index}-{RequestId}'", "'{index}-{Seed}'", "'{index}-{Model}'")]
    [InlineData("hen-", "'hen-{Name}'", "'hen-{RequestId}'", "'hen-{Seed}'", "'hen-{Model}'", "'hen-{Index}'")]
    [InlineData("'it''s {s", "'it''s {Seed}'")]
    public void Tokens_go_behind_what_is_typed(string word, params string[] expected) => Assert.Equal(expected, Session.Tab($"Save-SFVideo -FileName {word}"));

    [Fact]
    public void Every_token_is_explained() => Assert.All(Session.Offers("Save-SFVideo -FileName "), offer => Assert.Contains(' ', offer.ToolTip));

    [Fact]
    public void Jobs_of_the_session_are_offered_newest_first_as_they_were_seen_last()
    {
        Run("$a = New-SFVideo 'a hen' -Name hen; $b = New-SFVideo \"a`ncat\"; $null = $a | Wait-SFVideo -PollIntervalSec 0.1").ThrowOnError();
        var ids = Run("$a.RequestId; $b.RequestId").Lines.ToArray();

        CompletionResult[] offers = Session.Offers("Get-SFVideo ");

        Assert.Equal([(ids[0], "hen | Succeeded | a hen"), (ids[1], "Submitted | a cat")], offers.Select(offer => (offer.CompletionText, offer.ToolTip)));
        Assert.Equal([ids[1]], Session.Tab($"Wait-SFVideo -RequestId x, {ids[1][..6].ToUpperInvariant()}"));
        Assert.Equal([$"'{ids[1]}'"], Session.Tab($"Save-SFVideo -Video '{ids[1][..6]}"));
    }

    [Fact]
    public void Jobs_of_journals_and_files_are_offered_and_those_of_other_sessions_are_not()
    {
        Run(Line, Row("a hen", "hen")).ThrowOnError();
        using var other = ModuleRunspace.Open();
        Assert.Empty(other.Tab("Get-SFVideo -RequestId zz"));

        other.Run("$null = Get-SFVideoJournal $path", variables: new Dictionary<string, object?> { ["path"] = JournalPath }).ThrowOnError();

        Assert.Equal([Service.Bill[0].RequestId], other.Tab("Get-SFVideo -RequestId "));
    }

    [Fact]
    public void Only_the_last_jobs_are_remembered()
    {
        Run("1..70 | ForEach-Object { New-SFVideo \"hen $_\" } | ForEach-Object { $last = $_ }").ThrowOnError();

        string[] offered = Session.Tab("Get-SFVideo ");

        Assert.Equal(64, offered.Length);
        Assert.Equal(Run("$last.RequestId").Lines, offered[..1]);
    }
}
