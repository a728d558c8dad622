using System.Text.Json;
using SiliconFlow.Simulator;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Commands;

/// <summary>The page that a batch ends in, as a user writes it.</summary>
public sealed class ExportSFVideoGalleryTests
{
    private const string RoundTrip = "function Copy-Through { process { [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($_)) } }; ";

    [Fact]
    public async Task A_line_ends_in_a_page_of_its_files()
    {
        await using var session = await SimulatedSession.StartAsync();

        var result = session.Run("'a cat', '一只猫' | New-SFVideo | Wait-SFVideo | Save-SFVideo -Destination videos -FileName '{Index} #' | Export-SFVideoGallery gallery.html").ThrowOnError();

        Assert.Empty(result.Output);
        Assert.Equal(["gallery.html", Path.Combine("videos", "1 #.mp4"), Path.Combine("videos", "2 #.mp4")], session.Folder.Files);
        var items = Items(session);
        Assert.Equal(["videos/1%20%23.mp4", "videos/2%20%23.mp4"], items.Select(item => Text(item, "link")).Order());
        Assert.Equal(["a cat", "一只猫"], items.Select(item => Text(item, "prompt")).Order(StringComparer.Ordinal));
        Assert.All(items, item => Assert.Equal("Saved", Text(item, "state")));
        Assert.All(items, item => Assert.Equal(new FileInfo(session.Folder[Uri.UnescapeDataString(Text(item, "link")!)]).Length, item.GetProperty("length").GetInt64()));
        Assert.DoesNotContain(SimulatedSession.Key, Page(session), StringComparison.Ordinal);
        Assert.DoesNotContain(session.Folder.Path, Page(session), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Failures_come_from_the_error_variable_with_reason_and_trace_id()
    {
        await using var session = await SimulatedSession.StartAsync();
        session.Simulator.SetFaults(
            new FaultRule { Operation = Operation.Submit, Fault = FaultKind.GenerationFailed, Prompt = "doomed", Reason = "Refused." },
            new FaultRule { Operation = Operation.Submit, Fault = FaultKind.Answer, Prompt = "odd", Status = 500 });

        session.Run(
            """
            $failures = [System.Collections.ArrayList]::new()
            $saved = 'a cat', 'doomed', 'odd', 'x' | New-SFVideo -Seed 7 -ErrorVariable +failures -ErrorAction SilentlyContinue |
                Wait-SFVideo -ErrorVariable +failures -ErrorAction SilentlyContinue | Save-SFVideo
            try { 'never' | New-SFVideo -ImageSize 1x1 -ErrorVariable +failures -ErrorAction Stop } catch { $null = $failures.Add($_) }
            @($saved) + @($failures) | Export-SFVideoGallery gallery.html
            """);

        var items = Items(session);
        var doomed = items.Single(item => Text(item, "prompt") == "doomed");
        Assert.Equal("Failed", Text(doomed, "state"));
        Assert.Equal("Refused.", Text(doomed, "reason"));
        Assert.NotNull(Text(doomed, "trace"));
        var odd = items.Single(item => Text(item, "prompt") == "odd");
        Assert.Equal("OutcomeUnknown", Text(odd, "state"));
        Assert.NotNull(Text(odd, "reason"));
        Assert.NotNull(Text(odd, "trace"));
        Assert.Equal(2, items.Count(item => Text(item, "state") == "Saved"));
    }

    [Theory]
    [InlineData("Export-SFVideoGallery gallery.html -Journal run.jsonl")]
    [InlineData("Get-SFVideoJournal run.jsonl | Export-SFVideoGallery gallery.html")]
    [InlineData("Get-SFVideoJournal run.jsonl | Copy-Through | Export-SFVideoGallery gallery.html")]
    public async Task A_journal_knows_all_rows_and_where_their_files_are(string line)
    {
        await using var session = await SimulatedSession.StartAsync();
        session.Simulator.SetFaults(
            new FaultRule { Operation = Operation.Submit, Fault = FaultKind.GenerationFailed, Prompt = "doomed", Reason = "Refused." },
            new FaultRule { Operation = Operation.Submit, Fault = FaultKind.Answer, Prompt = "refused", Status = 403 });
        session.Run("foreach ($prompt in 'kept', 'gone', 'doomed', 'refused') { New-SFVideo $prompt -Name $prompt -Journal run.jsonl | Wait-SFVideo | Save-SFVideo -Destination videos }");
        File.Delete(session.Folder[Path.Combine("videos", "gone.mp4")]);

        var result = session.Run(RoundTrip + line).ThrowOnError();

        Assert.Empty(result.Warnings);
        Assert.Equal(
            ["kept Saved videos/kept.mp4 kept.mp4", "gone Missing  gone.mp4", "doomed Failed  ", "refused Rejected  "],
            Items(session).Select(item => $"{Text(item, "name")} {Text(item, "state")} {Text(item, "link")} {Text(item, "file")}"));
        Assert.Equal("Refused.", Text(Items(session)[2], "reason"));
        Assert.NotNull(Text(Items(session)[3], "reason"));
    }

    [Fact]
    public async Task A_journal_that_is_given_twice_is_shown_once()
    {
        await using var session = await SimulatedSession.StartAsync();
        session.Simulator.SetFaults(new FaultRule { Operation = Operation.Submit, Fault = FaultKind.Answer, Prompt = "refused", Status = 400 });
        session.Run("'kept', 'refused', 'refused' | New-SFVideo -Journal run.jsonl");

        session.Run("Export-SFVideoGallery gallery.html -Journal run.jsonl, ./run.jsonl").ThrowOnError();

        Assert.Equal(["Submitted", "Rejected", "Rejected"], Items(session).Select(item => Text(item, "state")));
    }

    [Theory]
    [InlineData(1, "Saved a cat 7  ")]
    [InlineData(2, "Saved a cat 7 dog Wan-AI/Wan2.2-T2V-A14B")]
    public async Task A_saved_file_is_shown_also_when_it_comes_from_another_process(int depth, string told)
    {
        await using var session = await SimulatedSession.StartAsync();
        session.Run(
            "New-SFVideo 'a cat' -Seed 7 -NegativePrompt dog | Wait-SFVideo | Save-SFVideo | "
            + $"ForEach-Object {{ [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($_, {depth})) }} | Export-SFVideoGallery gallery.html").ThrowOnError();

        var item = Assert.Single(Items(session));
        Assert.Equal(told, $"{Text(item, "state")} {Text(item, "prompt")} {Text(item, "seed")} {Text(item, "negative")} {Text(item, "model")}");
    }

    [Fact]
    public async Task Plain_video_files_can_be_shown_too()
    {
        await using var session = await SimulatedSession.StartAsync();
        await File.WriteAllBytesAsync(session.Folder["a b.mp4"], [1, 2, 3]);

        session.Run("[System.IO.FileInfo]::new(\"$folder/a b.mp4\") | Export-SFVideoGallery gallery.html").ThrowOnError();

        Assert.Equal("a b a%20b.mp4", $"{Text(Items(session)[0], "name")} {Text(Items(session)[0], "link")}");
    }

    [Theory]
    [InlineData("@() | Export-SFVideoGallery gallery.html")]
    [InlineData("$null | Export-SFVideoGallery gallery.html")]
    [InlineData("Export-SFVideoGallery gallery.html -InputObject @()")]
    public async Task Where_there_is_nothing_to_show_the_page_says_so(string line)
    {
        await using var session = await SimulatedSession.StartAsync();

        session.Run(line).ThrowOnError();

        Assert.Empty(Items(session));
    }

    [Theory]
    [InlineData("'text'", "System.String")]
    [InlineData("42", "System.Int32")]
    [InlineData("[pscustomobject] @{ Prompt = 'a cat' }", "PSCustomObject")]
    public async Task What_cannot_be_shown_is_an_error_and_leaves_the_others_alone(string input, string type)
    {
        await using var session = await SimulatedSession.StartAsync();

        var result = session.Run($"$job = New-SFVideo 'a cat'; $job, ({input}) | Export-SFVideoGallery gallery.html");

        Assert.Equal("InvalidRequest", Assert.Single(result.Errors).Id());
        Assert.Contains(type, result.Errors[0].ToString(), StringComparison.Ordinal);
        Assert.Single(Items(session));
    }

    [Fact]
    public async Task A_page_that_is_there_is_refused_before_anything_is_paid()
    {
        await using var session = await SimulatedSession.StartAsync();
        await File.WriteAllTextAsync(session.Folder["gallery.html"], "theirs");

        var error = session.Session.Fail("'a cat' | New-SFVideo | Export-SFVideoGallery gallery.html");

        Assert.Equal("FileExists", error.Id());
        Assert.Equal("Give -Force to replace the file, or another -Path.", error.ErrorDetails.RecommendedAction);
        Assert.Equal("theirs", await File.ReadAllTextAsync(session.Folder["gallery.html"]));
        Assert.Empty(session.Simulator.Calls);

        session.Run("'a cat' | New-SFVideo | Export-SFVideoGallery gallery.html -Force").ThrowOnError();
        Assert.Single(Items(session));
    }

    [Theory]
    [InlineData("Export-SFVideoGallery nowhere:/gallery.html -Journal x", "InvalidRequest")]
    [InlineData("Export-SFVideoGallery env:/gallery.html -Journal x", "InvalidRequest")]
    [InlineData("Export-SFVideoGallery . -Journal x", "InvalidRequest")]
    [InlineData("Export-SFVideoGallery gallery.html -Journal x", "JournalUnreadable")]
    [InlineData("@() | Export-SFVideoGallery run.jsonl/gallery.html", "ExportFailed")]
    public async Task A_path_that_cannot_be_ends_the_command(string line, string id)
    {
        await using var session = await SimulatedSession.StartAsync();
        await File.WriteAllTextAsync(session.Folder["run.jsonl"], "");

        Assert.Equal(id, session.Session.Fail(line).Id());
        Assert.Equal(["run.jsonl"], session.Folder.Files);
    }

    [Fact]
    public async Task A_job_whose_journal_is_gone_is_shown_with_one_warning()
    {
        await using var session = await SimulatedSession.StartAsync();
        session.Run("$jobs = 'one', 'two' | New-SFVideo -Journal run.jsonl").ThrowOnError();
        File.Delete(session.Folder["run.jsonl"]);

        var result = session.Run("$jobs | Export-SFVideoGallery gallery.html").ThrowOnError();

        Assert.Contains("run.jsonl", Assert.Single(result.Warnings), StringComparison.Ordinal);
        Assert.Equal(2, Items(session).Length);
    }

    [Fact]
    public async Task WhatIf_and_PassThru_are_as_everywhere()
    {
        await using var session = await SimulatedSession.StartAsync();

        Assert.Empty(session.Run("@() | Export-SFVideoGallery sub/gallery.html -WhatIf -PassThru").ThrowOnError().Output);
        Assert.Empty(session.Folder.Files);
        Assert.False(Directory.Exists(session.Folder["sub"]));

        var file = Assert.Single(session.Run("@() | Export-SFVideoGallery sub/gallery.html -PassThru -Title '<b>Mine</b>'").ThrowOnError().Output);
        Assert.Equal(session.Folder[Path.Combine("sub", "gallery.html")], file.Text("FullName"));
        Assert.Contains("<title>&lt;b&gt;Mine&lt;/b&gt;</title>", await File.ReadAllTextAsync(file.Text("FullName")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_that_is_stopped_leaves_no_page()
    {
        await using var session = await SimulatedSession.StartAsync(new SimulatorOptions { QueueTime = TimeSpan.FromHours(1) });
        await File.WriteAllTextAsync(session.Folder["old.html"], "old");

        var running = session.Start("'a cat' | New-SFVideo | Wait-SFVideo | Export-SFVideoGallery old.html -Force");
        await session.Simulator.WaitForCallAsync(Operation.Status);
        var result = await running.StopAsync();

        Assert.True(result.Stopped);
        Assert.Equal(["old.html"], session.Folder.Files);
        Assert.Equal("old", await File.ReadAllTextAsync(session.Folder["old.html"]));
    }

    [Theory]
    [InlineData("zh-CN", "<html lang=\"zh-Hans\">")]
    [InlineData("fr-FR", "<html lang=\"en\">")]
    public async Task The_page_speaks_the_language_of_the_session(string culture, string html)
    {
        await using var session = await SimulatedSession.StartAsync();

        session.Run($"[System.Threading.Thread]::CurrentThread.CurrentUICulture = '{culture}'; @() | Export-SFVideoGallery gallery.html").ThrowOnError();

        Assert.Contains(html, Page(session), StringComparison.Ordinal);
    }

    private static string Page(SimulatedSession session) => File.ReadAllText(session.Folder["gallery.html"]);

    private static JsonElement[] Items(SimulatedSession session)
    {
        const string start = "<script type=\"application/json\" id=\"data\">";
        var page = Page(session);
        var from = page.IndexOf(start, StringComparison.Ordinal) + start.Length;
        using var data = JsonDocument.Parse(page[from..page.IndexOf("</script>", from, StringComparison.Ordinal)]);
        return [.. data.RootElement.GetProperty("items").Clone().EnumerateArray()];
    }

    private static string? Text(JsonElement item, string name) => item.TryGetProperty(name, out var value) ? value.GetString() : null;
}
