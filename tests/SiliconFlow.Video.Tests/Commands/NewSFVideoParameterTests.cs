using System.Management.Automation;
using SiliconFlow.Simulator;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Commands;

/// <summary>How New-SFVideo takes what it is given: by name, by position, by value and by property name.</summary>
public sealed class NewSFVideoParameterTests
{
    private const string TextToVideo = "Wan-AI/Wan2.2-T2V-A14B";
    private const string ImageToVideo = "Wan-AI/Wan2.2-I2V-A14B";

    [Theory]
    [InlineData("New-SFVideo -Prompt 'a cat'")]
    [InlineData("New-SFVideo 'a cat'")]
    [InlineData("'a cat' | New-SFVideo")]
    [InlineData("[pscustomobject]@{ prompt = 'a cat' } | New-SFVideo")]
    [InlineData("[pscustomobject]@{ PROMPT = 'a cat'; Other = 'column' } | New-SFVideo")]
    [InlineData("$wrapped = [psobject] 'a cat'; New-SFVideo $wrapped; ")]
    [InlineData("[pscustomobject]@{ Text = 'a cat' } | New-SFVideo -Prompt { $_.Text }")]
    public async Task A_prompt_alone_takes_the_defaults(string script)
    {
        await using var session = await SimulatedSession.StartAsync();

        PSObject video = Assert.Single(session.Run(script).ThrowOnError().Output);

        BillEntry billed = Assert.Single(session.Simulator.Bill);
        Assert.Equal("a cat", billed.Prompt);
        Assert.Equal(["image_size", "model", "prompt"], billed.Properties.Keys.Order());
        Assert.Equal((TextToVideo, "1280x720"), (billed.Model, billed.ImageSize));
        Assert.Equal(billed.RequestId, video.Get("RequestId"));
        Assert.Equal(billed.TraceId, video.Get("TraceId"));
        Assert.Equal("Submitted", $"{video.Get("Status")}");
        Assert.Equal(session.Simulator.BaseUri, video.Get("BaseUri"));
    }

    [Fact]
    public async Task Every_parameter_by_name_arrives()
    {
        await using var session = await SimulatedSession.StartAsync();

        PSObject video = Assert.Single(session.Run(
            $"New-SFVideo -Prompt p -Model {ImageToVideo} -ImageSize 960x960 -NegativePrompt rain -Image https://host/cat.png -Seed 42 -Name first -ThrottleLimit 1").ThrowOnError().Output);

        BillEntry billed = Assert.Single(session.Simulator.Bill);
        Assert.Equal(("p", ImageToVideo, "960x960", "rain", "https://host/cat.png", 42L), (billed.Prompt, billed.Model, billed.ImageSize, billed.NegativePrompt, billed.Image!.Url, billed.Seed));
        Assert.Equal(["image", "image_size", "model", "negative_prompt", "prompt", "seed"], billed.Properties.Keys.Order());
        foreach ((string property, object value) in new (string, object)[]
                 {
                     ("Prompt", "p"), ("Model", ImageToVideo), ("ImageSize", "960x960"), ("NegativePrompt", "rain"), ("Image", "https://host/cat.png"), ("Seed", 42L), ("Name", "first"),
                 })
        {
            Assert.Equal(value, video.Get(property));
        }
    }

    [Theory]
    [InlineData("Prompt", "ImageSize", "NegativePrompt", "Image", "Seed", "Name")]
    [InlineData("pROMPT", "image_SIZE", "Negative_pROMPT", "iMAGE", "sEED", "nAME")]
    [InlineData("prompt", "imagesize", "negativeprompt", "fullname", "seed", "name")]
    [InlineData("PROMPT", "IMAGE_SIZE", "NEGATIVE_PROMPT", "psPATH", "SEED", "NAME")]
    public async Task Properties_of_any_spelling_arrive(string prompt, string size, string negative, string image, string seed, string name)
    {
        await using var session = await SimulatedSession.StartAsync();
        var row = new PSObject();
        foreach ((string property, string value) in new[] { (prompt, "p"), (size, "720x1280"), (negative, "rain"), (image, "https://host/cat.png"), (seed, "42"), (name, "first"), ("Comment", "not ours") })
        {
            row.Properties.Add(new PSNoteProperty(property, value));
        }

        PSObject video = Assert.Single(session.Run("$input | New-SFVideo", new[] { row }).ThrowOnError().Output);

        BillEntry billed = Assert.Single(session.Simulator.Bill);
        Assert.Equal(("p", ImageToVideo, "720x1280", "rain", "https://host/cat.png", 42L), (billed.Prompt, billed.Model, billed.ImageSize, billed.NegativePrompt, billed.Image!.Url, billed.Seed));
        Assert.Equal("first", video.Get("Name"));
    }

    [Theory]
    [InlineData("CustomModel")]
    [InlineData("custom_MODEL")]
    public async Task A_custom_model_goes_as_it_is(string property)
    {
        await using var session = await SimulatedSession.StartAsync();

        session.Run($"[pscustomobject]@{{ Prompt = 'p'; {property} = ' {TextToVideo} ' }} | New-SFVideo").ThrowOnError();
        ErrorRecord error = Assert.Single(session.Run($"[pscustomobject]@{{ Prompt = 'p'; {property} = 'Some/Other' }} | New-SFVideo").Errors);

        Assert.Equal(TextToVideo, Assert.Single(session.Simulator.Bill).Model);
        Assert.Equal((400, 20012), (error.Get("StatusCode"), error.Get("ServiceCode")));
    }

    [Theory]
    [InlineData("''")]
    [InlineData("' '")]
    [InlineData("\"`t\"")]
    [InlineData("$null")]
    public async Task Blank_cells_are_not_given(string blank)
    {
        await using var session = await SimulatedSession.StartAsync();

        PSObject video = Assert.Single(session.Run(
            $$"""
            Set-StrictMode -Version Latest
            [pscustomobject]@{ Prompt = 'p'; Model = {{blank}}; CustomModel = {{blank}}; image_size = {{blank}}; negative_prompt = {{blank}}; Image = {{blank}}; Seed = {{blank}}; Name = {{blank}} } | New-SFVideo
            """).ThrowOnError().Output);

        BillEntry billed = Assert.Single(session.Simulator.Bill);
        Assert.Equal(["image_size", "model", "prompt"], billed.Properties.Keys.Order());
        Assert.Equal((TextToVideo, "1280x720"), (billed.Model, billed.ImageSize));
        Assert.All(["Name", "NegativePrompt", "Image", "Seed"], property => Assert.Null(video.Get(property)));
    }

    [Fact]
    public async Task Blank_arguments_are_not_given()
    {
        await using var session = await SimulatedSession.StartAsync();

        session.Run("New-SFVideo p -Model '' -CustomModel '' -ImageSize ' ' -NegativePrompt '' -Image '' -Seed '' -Name ''; New-SFVideo p -Seed $null -Model $null -ImageSize $null").ThrowOnError();

        Assert.Equal(2, session.Simulator.Bill.Count);
        Assert.All(session.Simulator.Bill, entry => Assert.Equal(["image_size", "model", "prompt"], entry.Properties.Keys.Order()));
    }

    [Fact]
    public async Task A_row_inherits_nothing_of_the_row_before()
    {
        await using var session = await SimulatedSession.StartAsync();

        session.Run(
            """
            [pscustomobject]@{ Prompt = 'full'; ImageSize = '960x960'; NegativePrompt = 'rain'; Image = 'https://host/cat.png'; Seed = '42'; Name = 'first' },
            [pscustomobject]@{ Prompt = 'bare' },
            [pscustomobject]@{ Prompt = 'blank'; ImageSize = ''; NegativePrompt = ''; Image = ''; Seed = ''; Name = '' } | New-SFVideo -ThrottleLimit 1
            """).ThrowOnError();

        Assert.Equal([6, 3, 3], new[] { "full", "bare", "blank" }.Select(prompt => session.Simulator.Bill.Single(entry => entry.Prompt == prompt).Properties.Count));
    }

    [Fact]
    public async Task An_argument_counts_for_all_rows()
    {
        await using var session = await SimulatedSession.StartAsync();

        session.Run("[pscustomobject]@{ Prompt = 'a'; Seed = 1 }, [pscustomobject]@{ Prompt = 'b' } | New-SFVideo -Seed 7 -ImageSize 960x960").ThrowOnError();

        Assert.Equal([("a", 7L, "960x960"), ("b", 7L, "960x960")], session.Simulator.Bill.OrderBy(entry => entry.Prompt).Select(entry => (entry.Prompt, entry.Seed!.Value, entry.ImageSize)));
    }

    [Fact]
    public async Task Script_blocks_are_asked_for_each_object()
    {
        await using var session = await SimulatedSession.StartAsync();

        var result = session.Run(
            """
            1..2 | ForEach-Object { [pscustomobject]@{ Number = $_ } } |
                New-SFVideo -Prompt { "cat $($_.Number)" } -Seed { $_.Number } -Name { "n$($_.Number)" } -NegativePrompt { "no $($_.Number)" } -ImageSize { ('720x1280', '960x960')[$_.Number - 1] }
            """).ThrowOnError();

        Assert.Equal(
            [("cat 1", 1L, "no 1", "720x1280"), ("cat 2", 2L, "no 2", "960x960")],
            session.Simulator.Bill.OrderBy(entry => entry.Prompt).Select(entry => (entry.Prompt, entry.Seed!.Value, entry.NegativePrompt!, entry.ImageSize)));
        Assert.Equal(["n1", "n2"], result.Output.Get("Name").Order());
    }

    [Fact]
    public async Task Letter_case_of_sets_does_not_matter_and_the_service_gets_its_own()
    {
        await using var session = await SimulatedSession.StartAsync();

        session.Run("New-SFVideo p -Model wan-ai/WAN2.2-t2v-a14b -ImageSize 960X960").ThrowOnError();

        Assert.Equal((TextToVideo, "960x960"), (session.Simulator.Bill[0].Model, session.Simulator.Bill[0].ImageSize));
    }

    [Theory]
    [InlineData("Model", "Wan-AI/Wan2.1-T2V-14B")]
    [InlineData("ImageSize", "1920x1080")]
    public async Task What_is_in_no_set_is_an_error_of_its_row(string parameter, string value)
    {
        await using var session = await SimulatedSession.StartAsync();

        var result = session.Run($"[pscustomobject]@{{ Prompt = 'bad'; {parameter} = '{value}' }}, [pscustomobject]@{{ Prompt = 'good' }} | New-SFVideo");

        Assert.Equal("ParameterArgumentValidationError", Assert.Single(result.Errors).Id());
        Assert.Equal("good", Assert.Single(session.Simulator.Bill).Prompt);
        Assert.Single(result.Output);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("65")]
    public async Task A_throttle_out_of_range_is_refused(string limit)
    {
        await using var session = await SimulatedSession.StartAsync();

        Assert.Equal("ParameterArgumentValidationError", Assert.Single(session.Run($"'p' | New-SFVideo -ThrottleLimit {limit}").Errors).Id());
        Assert.Empty(session.Simulator.Calls);
    }

    [Fact]
    public async Task No_input_makes_no_call()
    {
        await using var session = await SimulatedSession.StartAsync();

        Assert.Empty(session.Run("@() | New-SFVideo").ThrowOnError().Output);

        Assert.Empty(session.Simulator.Calls);
    }
}
