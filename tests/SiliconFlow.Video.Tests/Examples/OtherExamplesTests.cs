using System.Text.RegularExpressions;
using SiliconFlow.Simulator;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Examples;

public sealed class OtherExamplesTests
{
    [Fact]
    public async Task Jobs_are_submitted_once_and_saved_later()
    {
        await using var session = await StartAsync();
        await File.WriteAllTextAsync(session.Folder["prompts.csv"], "Name,Prompt\ncat,一只猫\ndog,a dog\n");
        const string script = "& $examples/save-later.ps1 -Jobs ./jobs.xml -Path ./prompts.csv -Destination ./videos";

        Assert.Equal(2, session.Run(script).ThrowOnError().Output.Count);
        Assert.DoesNotContain(session.Folder.Files, file => file.EndsWith(".mp4", StringComparison.Ordinal));
        var saved = session.Run(script).ThrowOnError().Output;

        Assert.Equal(["cat", "dog"], saved.Select(file => (string)file.Properties["Name"].Value).Order(StringComparer.Ordinal));
        Assert.Equal(2, session.Simulator.Bill.Count);
    }

    [Fact]
    public async Task Jobs_are_kept_where_the_submitting_is_interrupted()
    {
        await using var session = await StartAsync();
        await File.WriteAllTextAsync(session.Folder["prompts.csv"], "Prompt\na cat\na dog\n");
        session.Simulator.SetFaults(FaultPlan.Of(new FaultRule { Operation = Operation.Submit, Prompt = "a dog", Fault = FaultKind.Hang }));

        var run = session.Start("& $examples/save-later.ps1 -Jobs ./jobs.xml -Path ./prompts.csv");
        await run.Until(now => now.Output.Count == 1);
        Assert.True((await run.StopAsync()).Stopped);

        Assert.Equal(["a cat"], session.Run("(Import-Clixml ./jobs.xml).Prompt").ThrowOnError().Lines);
    }

    [Fact]
    public async Task What_was_surely_not_taken_is_sent_again()
    {
        await using var session = await StartAsync();
        Refuse(session, occurrences: "1");

        var result = session.Run("'a cat' | & $examples/handle-errors.ps1").ThrowOnError();

        Assert.Single(result.Output);
        Assert.Single(session.Simulator.Bill);
    }

    [Fact]
    public async Task What_is_never_taken_is_an_error_in_the_end()
    {
        await using var session = await StartAsync();
        Refuse(session, occurrences: "1-100");

        var result = session.Run("'a cat' | & $examples/handle-errors.ps1 -Rounds 2");

        Assert.StartsWith("RateLimited,", Assert.Single(result.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(2, session.Simulator.Calls.Count);
    }

    [Fact]
    public async Task What_may_have_been_taken_is_told_and_not_sent_again()
    {
        await using var session = await StartAsync();
        session.Simulator.SetFaults(FaultPlan.Of(new FaultRule { Operation = Operation.Submit, Prompt = "a cat", Fault = FaultKind.DropAfterTaking }));

        var result = session.Run("'a cat', 'a dog' | & $examples/handle-errors.ps1").ThrowOnError();

        Assert.Equal("a dog", Assert.Single(result.Output).Properties["Prompt"].Value);
        Assert.StartsWith("Row 1 (a cat): look it up", Assert.Single(result.Warnings), StringComparison.Ordinal);
        Assert.Equal(2, session.Simulator.Bill.Count);
    }

    [Fact]
    public async Task A_key_that_is_refused_ends_the_script()
    {
        await using var session = await StartAsync();
        session.Run("Connect-SFVideo sk-bad -BaseUri $uri", variables: new Dictionary<string, object?> { ["uri"] = session.Simulator.BaseUri }).ThrowOnError();

        var result = session.Run("'a cat' | & $examples/handle-errors.ps1");

        Assert.StartsWith("Unauthorized,", Assert.Single(result.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Single(session.Simulator.Calls);
    }

    [Fact]
    public async Task Every_picture_of_a_folder_becomes_a_video()
    {
        await using var session = await StartAsync();

        var result = session.Run("& $examples/animate-images.ps1 $examples/images 'slow zoom' -Destination ./videos").ThrowOnError();

        Assert.Equal(2, result.Output.Count);
        Assert.Equal(["dusk.mp4", "fractal.mp4"], session.Folder.Files.Select(Path.GetFileName));
        Assert.All(session.Simulator.Bill, entry => Assert.Equal("slow zoom", entry.Prompt));
    }

    [Fact]
    public async Task Seeds_are_shown_on_one_page_and_paid_once()
    {
        await using var session = await StartAsync();
        session.Simulator.SetFaults(new FaultRule { Operation = Operation.Submit, Fault = FaultKind.GenerationFailed, Occurrences = "2", Reason = "Refused." });

        var first = session.Run("& $examples/choose-seed.ps1 'a fox' -Seed 7, 8 -Destination ./fox");
        var second = session.Run("& $examples/choose-seed.ps1 'a fox' -Seed 7, 8, 9 -Destination ./fox");

        Assert.Equal(["GenerationFailed", "GenerationFailed"], first.Errors.Concat(second.Errors).Select(error => error.Id()));
        Assert.Equal(["gallery.html"], second.Output.Select(page => (string)page.Properties["Name"].Value));
        Assert.Equal([7L, 8L, 9L], session.Simulator.Bill.Select(entry => entry.Seed!.Value).Order());
        var page = await File.ReadAllTextAsync(session.Folder["fox/gallery.html"]);
        Assert.Contains("<title>a fox</title>", page, StringComparison.Ordinal);
        Assert.Equal(2, Regex.Count(page, "\"link\":\"seed%20\\d\\.mp4\""));
        Assert.Single(Regex.Matches(page, "\"reason\":\"Refused\\.\""));
    }

    private static void Refuse(SimulatedSession session, string occurrences) => session.Simulator.SetFaults(FaultPlan.Of(
        new FaultRule { Operation = Operation.Submit, Occurrences = occurrences, Fault = FaultKind.Answer, Status = 429, RetryAfter = "0" }));

    private static async Task<SimulatedSession> StartAsync()
    {
        var session = await SimulatedSession.StartAsync();
        StandIns.AddTo(session.Session);
        session.Run("$examples = $path; $PSDefaultParameterValues['New-SFVideo:RetryTimeoutSec'] = 0", variables: new Dictionary<string, object?> { ["path"] = Repository.Example("") });
        return session;
    }
}
