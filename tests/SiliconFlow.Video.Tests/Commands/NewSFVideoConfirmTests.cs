using SiliconFlow.Simulator;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Commands;

/// <summary>-WhatIf and -Confirm: all is checked, and only what was agreed to is sent and paid.</summary>
public sealed class NewSFVideoConfirmTests
{
    private const int Yes = 0, YesToAll = 1, No = 2, NoToAll = 3;

    [Fact]
    public async Task WhatIf_checks_all_and_sends_nothing()
    {
        var screen = new TextHost(200);
        await using var simulator = await ServiceSimulator.StartAsync();
        using var folder = new TemporaryFolder();
        using var session = Open(screen, simulator, folder);
        await File.WriteAllBytesAsync(folder["cat.png"], Pictures.Png);
        await File.WriteAllTextAsync(folder["text.png"], "This is no picture.");

        ScriptResult result = session.Run(
            """
            [pscustomobject]@{ Prompt = 'a cat' },
            [pscustomobject]@{ Prompt = ' ' },
            [pscustomobject]@{ Prompt = 'a picture'; Image = 'cat.png' },
            [pscustomobject]@{ Prompt = 'a liar'; Image = 'text.png' } | New-SFVideo -WhatIf
            """);

        Assert.Empty(simulator.Calls);
        Assert.Empty(result.Output);
        Assert.Empty(result.Progress);
        Assert.Equal(["Row 2: The prompt is missing or blank.", $"Row 4 (a liar): The file '{folder["text.png"]}' is not a png, jpeg or webp picture."], result.Errors.Select(error => error.ToString()));
        Assert.Equal(
            [
                "What if: Performing the operation \"Submit a paid video to Wan-AI/Wan2.2-T2V-A14B\" on target \"Row 1 (a cat)\".",
                "What if: Performing the operation \"Submit a paid video to Wan-AI/Wan2.2-I2V-A14B\" on target \"Row 3 (a picture)\".",
            ],
            screen.Lines.Where(line => line.Length > 0));
    }

    [Theory]
    [InlineData(new[] { No, No, No }, "")]
    [InlineData(new[] { Yes, No, Yes }, "a,c")]
    [InlineData(new[] { No, YesToAll }, "b,c")]
    [InlineData(new[] { Yes, NoToAll }, "a")]
    public async Task Only_what_was_confirmed_is_sent(int[] answers, string sent)
    {
        await using var simulator = await ServiceSimulator.StartAsync();
        using var folder = new TemporaryFolder();
        using var session = Open(new TextHost(200, answers), simulator, folder);

        session.Run("'a', 'b', 'c' | New-SFVideo -Confirm").ThrowOnError();

        Assert.Equal(sent, string.Join(',', simulator.Bill.Select(entry => entry.Prompt).Order()));
        Assert.Equal(simulator.Bill.Count, simulator.Calls.Count);
    }

    private static ModuleRunspace Open(TextHost screen, ServiceSimulator simulator, TemporaryFolder folder)
    {
        var session = ModuleRunspace.Open(screen);
        session.Run(
            "Connect-SFVideo key -BaseUri $uri; $ExecutionContext.SessionState.Path.SetLocation($folder)",
            variables: new Dictionary<string, object?> { ["uri"] = simulator.BaseUri, ["folder"] = folder.Path }).ThrowOnError();
        return session;
    }
}
