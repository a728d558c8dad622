using SiliconFlow.Simulator;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Examples;

public sealed class BatchTests
{
    private const string Batch = "& $batch -Path ./in/prompts.csv -Destination ./videos -PollIntervalSec 0.1";

    [Fact]
    public async Task The_example_rows_arrive_as_they_are_written()
    {
        await using var session = await StartAsync();

        session.Run("& $batch -Destination ./videos -PollIntervalSec 0.1").ThrowOnError();

        var bill = session.Simulator.Bill;
        Assert.Equal(8, bill.Count);
        var cat = Assert.Single(bill, entry => entry.Seed == 7);
        Assert.Equal("一只戴着\"飞行员\"眼镜的橘猫 🐱 坐在窗台上，镜头缓缓推近", cat.Prompt);
        Assert.Equal(("模糊、文字", "960x960"), (cat.NegativePrompt, cat.ImageSize));
        Assert.Contains(bill, entry => entry.Prompt.Contains("rain.\nClose", StringComparison.Ordinal));
        Assert.Equal(["image/jpeg", "image/png"], bill.Where(entry => entry.Image is not null).Select(entry => entry.Image!.MediaType).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_if_checks_every_row_and_sends_nothing()
    {
        await using var session = await StartAsync("Name,Prompt,Image\ngood,a cat,\nbad,a dog,none.png\n");

        var result = session.Run(Batch + " -WhatIf; \"exit code $LASTEXITCODE\"");

        Assert.Equal(["exit code 1"], result.Lines);
        Assert.Contains("1 of 2 rows can be submitted. Nothing was sent.", result.Information);
        Assert.Empty(session.Simulator.Calls);
        Assert.Equal(["in/prompts.csv"], session.Folder.Files.Select(file => file.Replace('\\', '/')));
    }

    [Fact]
    public async Task A_second_run_pays_only_for_what_is_missing()
    {
        await using var session = await StartAsync("Name,Prompt\nfirst,a cat\nsecond,a dog\n");
        session.Run(Batch).ThrowOnError();
        File.Delete(session.Folder[Path.Combine("videos", "second.mp4")]);

        var result = session.Run(Batch).ThrowOnError();

        Assert.Equal("second", Assert.Single(result.Output).Properties["Name"].Value);
        Assert.Equal(["a cat", "a dog", "a dog"], session.Simulator.Bill.Select(entry => entry.Prompt).Order(StringComparer.Ordinal));
        Assert.Contains("1 rows were passed over", Assert.Single(result.Information), StringComparison.Ordinal);

        Assert.Equal(2, session.Run(Batch + " -Force").ThrowOnError().Output.Count);
    }

    [Fact]
    public async Task A_second_run_with_a_journal_pays_for_nothing_and_gives_all_the_files()
    {
        await using var session = await StartAsync("Prompt\na cat\na cat\na dog\n");
        session.Run(Batch + " -Journal run.jsonl").ThrowOnError();
        File.Delete(Directory.EnumerateFiles(session.Folder["videos"]).First());

        var result = session.Run(Batch + " -Journal run.jsonl").ThrowOnError();

        Assert.Equal(3, result.Output.Count);
        Assert.Equal(3, session.Simulator.Bill.Count);
        Assert.Equal(3, Directory.GetFiles(session.Folder["videos"], "*.mp4").Length);
    }

    [Fact]
    public async Task Failed_rows_are_listed_with_what_to_do_and_the_others_are_saved()
    {
        await using var session = await StartAsync("Prompt\na cat\n\" \"\na dog\n");
        session.Simulator.SetFaults(FaultPlan.Of(new FaultRule { Operation = Operation.Submit, Prompt = "a dog", Fault = FaultKind.Answer, Status = 400 }));

        var result = session.Run("$ErrorActionPreference = 'Stop'; " + Batch + "; \"exit code $LASTEXITCODE\"");

        Assert.Null(result.Terminated);
        Assert.Equal(2, result.Errors.Count);
        Assert.Equal(2, result.Output.Count);
        Assert.Equal("exit code 1", result.Output[1].ToString());
        Assert.StartsWith("1 of 3 videos saved", Assert.Single(result.Information), StringComparison.Ordinal);
        Assert.Contains(result.Warnings, text => text.StartsWith("Row 2: The prompt is missing or blank. What to do: Correct ", StringComparison.Ordinal));
        Assert.Equal(2, result.Warnings.Count);
    }

    [Fact]
    public async Task An_error_that_every_row_would_meet_is_listed_too()
    {
        await using var session = await StartAsync("Prompt\na cat\n");

        var result = session.Run("Connect-SFVideo sk-bad -BaseUri $uri; " + Batch + "; \"exit code $LASTEXITCODE\"", variables: new Dictionary<string, object?> { ["uri"] = session.Simulator.BaseUri });

        Assert.Equal(["exit code 1"], result.Lines);
        Assert.Contains("What to do: Check the API key and the region", Assert.Single(result.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("function Import-Csv { [CmdletBinding()] param($LiteralPath, $Encoding) $PSCmdlet.ThrowTerminatingError([System.Management.Automation.ErrorRecord]::new([System.IO.FileNotFoundException]::new('none'), 'x', 0, $null)) }")]
    public async Task A_file_that_cannot_be_read_ends_the_script(string importCsv)
    {
        await using var session = await StartAsync();

        var result = session.Run(importCsv + "; & $batch -Path none.csv; 'gone on'");

        Assert.Contains("none", result.Terminated!.Message, StringComparison.Ordinal);
        Assert.Empty(result.Output);
        Assert.Empty(result.Information);
    }

    private static async Task<SimulatedSession> StartAsync(string? csv = null)
    {
        var session = await SimulatedSession.StartAsync();
        StandIns.AddTo(session.Session);
        session.Run("$batch = $path", variables: new Dictionary<string, object?> { ["path"] = Repository.Example("batch.ps1") });
        if (csv is not null)
        {
            Directory.CreateDirectory(session.Folder["in"]);
            await File.WriteAllTextAsync(session.Folder[Path.Combine("in", "prompts.csv")], csv);
        }

        return session;
    }
}
