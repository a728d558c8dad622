using System.Management.Automation;
using SiliconFlow.Simulator;
using SiliconFlow.Video.Commands;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Commands;

/// <summary>Only text becomes a paid prompt, and it arrives as it was typed.</summary>
public sealed class NewSFVideoPromptTests
{
    [Theory]
    [InlineData("[pscustomobject]@{ a = 'b' }")]
    [InlineData("5")]
    [InlineData("4.5")]
    [InlineData("[datetime] '2026-01-02'")]
    [InlineData("@{ Prompt = 'in a hashtable' }")]
    [InlineData("[System.IO.DriveInfo]::new('/')")]
    [InlineData("$null")]
    [InlineData("$true")]
    [InlineData("[char] 'x'")]
    [InlineData("[uri] 'https://host/'")]
    [InlineData(", ('a', 'b')")]
    [InlineData("[pscustomobject]@{ Prompt = 5 }")]
    [InlineData("[pscustomobject]@{ Prompt = [pscustomobject]@{ a = 'b' } }")]
    [InlineData("[pscustomobject]@{ Prompt = 'a', 'b' }")]
    [InlineData("[pscustomobject]@{ Prompt = $null }")]
    [InlineData("[pscustomobject]@{ Prompt = '' }")]
    [InlineData("''")]
    [InlineData("\" `t`r`n\u3000\u00a0\"")]
    public async Task What_is_not_text_is_an_error_of_its_row_and_never_sent(string input)
    {
        await using var session = await SimulatedSession.StartAsync();

        var result = session.Run($"'first', {(input.StartsWith(',') ? $"({input})" : input)}, 'last' | New-SFVideo");

        Assert.Null(result.Terminated);
        ErrorRecord error = Assert.Single(result.Errors);
        Assert.Equal(("InvalidRequest", "SFVideoInvalidRequestException", ErrorCategory.InvalidArgument), (error.Id(), error.Kind(), error.CategoryInfo.Category));
        Assert.Matches("^Row 2( \\(.*\\))?: The prompt is missing or blank\\.$", error.ToString());
        Assert.Equal(["first", "last"], session.Simulator.Bill.Select(entry => entry.Prompt).Order());
    }

    [Theory]
    [InlineData("-Prompt 'a', 'b'")]
    [InlineData("-Prompt 5")]
    [InlineData("-Prompt $null")]
    [InlineData("-Prompt ' '")]
    [InlineData("-Prompt @{ a = 'b' }")]
    [InlineData("-Prompt ([pscustomobject]@{ Prompt = 'a'; Seed = 1 })")]
    public async Task An_argument_that_is_not_text_is_refused_too(string argument)
    {
        await using var session = await SimulatedSession.StartAsync();

        Assert.Equal("InvalidRequest", Assert.Single(session.Run($"New-SFVideo {argument}").Errors).Id());
        Assert.Empty(session.Simulator.Calls);
    }

    // The binder catches exceptions of transformations and goes on; they would take a third of its time for a row.
    [Fact]
    public void A_row_of_properties_is_left_to_their_names_without_an_exception()
    {
        var row = new PSObject();
        row.Properties.Add(new PSNoteProperty("Prompt", "a cat"));

        Assert.IsNotType<string>(new PromptTransformationAttribute().Transform(null!, row));
    }

    [Fact]
    public async Task An_object_that_is_not_of_PowerShell_brings_its_prompt()
    {
        await using var session = await SimulatedSession.StartAsync();

        session.Run("([xml] '<rows><row><prompt>from xml</prompt><seed>3</seed></row></rows>').rows.row | New-SFVideo").ThrowOnError();

        Assert.Equal(("from xml", 3L), (session.Simulator.Bill[0].Prompt, session.Simulator.Bill[0].Seed!.Value));
    }

    public static TheoryData<string> Texts { get; } =
    [
        "一只戴帽子的猫在跑",
        "cat 🐱👩‍👩‍👧 \U0001F1E8\U0001F1F3",
        "\"double\" 'single' `tick` \\back/ “curly” «guillemets»",
        "line one\r\nline two\ttab",
        "  leading and trailing  ",
        "<b>&amp;+ %41 é e\u0301 ﷽ \u202E",
        "nul \0 and escape \u001b[31m",
        "@{a=b} $($env:PATH) $null",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Text_arrives_as_it_was_typed(string text)
    {
        await using var session = await SimulatedSession.StartAsync();
        var row = new PSObject();
        row.Properties.Add(new PSNoteProperty("prompt", text));
        row.Properties.Add(new PSNoteProperty("negative_prompt", text));

        PSObject[] videos = [.. session.Run("$input | New-SFVideo", new object[] { text, row }).ThrowOnError().Output];

        Assert.Equal([text, text], session.Simulator.Bill.Select(entry => entry.Prompt));
        Assert.Single(session.Simulator.Bill, entry => entry.NegativePrompt == text);
        Assert.All(videos, video => Assert.Equal(text, video.Get("Prompt")));
    }

    [Fact]
    public async Task Text_travels_in_UTF_8_without_escapes()
    {
        await using var session = await SimulatedSession.StartAsync();

        session.Run("New-SFVideo '猫 <+&'''").ThrowOnError();

        BillEntry billed = Assert.Single(session.Simulator.Bill);
        Assert.Equal("\"猫 <+&'\"", billed.Properties["prompt"]);
        Assert.Equal("application/json; charset=utf-8", billed.ContentType);
    }

    [Fact]
    public async Task A_long_prompt_arrives_whole()
    {
        await using var session = await SimulatedSession.StartAsync();

        session.Run("New-SFVideo ('猫' * 200000)").ThrowOnError();

        Assert.Equal(new string('猫', 200000), Assert.Single(session.Simulator.Bill).Prompt);
    }

    [Theory]
    [InlineData("[string] [char] 0xD83D", "prompt")]
    [InlineData("'a' + [char] 0xDC31 + [char] 0xD83D", "prompt")]
    [InlineData("'fine' -NegativePrompt ('no ' + [char] 0xD83D)", "negative prompt")]
    public async Task Half_a_character_is_refused(string arguments, string what)
    {
        await using var session = await SimulatedSession.StartAsync();

        ErrorRecord error = Assert.Single(session.Run($"New-SFVideo {(arguments.StartsWith('[') || arguments.Contains("'a'", StringComparison.Ordinal) ? $"({arguments})" : arguments)}").Errors);

        Assert.Equal("InvalidRequest", error.Id());
        Assert.Contains($"The {what} holds half a character", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(session.Simulator.Calls);
    }

    [Theory]
    [InlineData("[pscustomobject]@{ a = 1 }")]
    [InlineData("@{ a = 1 }")]
    [InlineData("@('a', 'b')")]
    public async Task Only_text_is_a_negative_prompt(string value)
    {
        await using var session = await SimulatedSession.StartAsync();

        session.Session.Fail($"New-SFVideo 'a cat' -NegativePrompt ({value})");

        Assert.Empty(session.Simulator.Bill);
    }

    [Fact]
    public async Task A_link_is_sent_as_it_was_written()
    {
        await using var session = await SimulatedSession.StartAsync();

        session.Run("New-SFVideo 'a cat' -Image ([uri]'https://example.com/a%20b.png')").ThrowOnError();

        Assert.Equal("https://example.com/a%20b.png", session.Simulator.Bill[0].Image!.Url);
    }
}
