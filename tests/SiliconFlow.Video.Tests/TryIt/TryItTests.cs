using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.TryIt;

/// <summary>The promise of the first command in the README: the whole job, with nothing but the .NET SDK.</summary>
public sealed class TryItTests
{
    private static readonly string[] Names = ["dandelion", "dusk", "fractal", "lighthouse", "night-market", "orange-cat", "paper-boat", "tea-house"];

    [Fact]
    public async Task Without_arguments_it_makes_the_example_videos_on_every_run()
    {
        using var folder = new TemporaryFolder();

        var first = await TryItProcess.RunAsync(folder);
        DateTime[] written = [.. Names.Select(name => File.GetLastWriteTimeUtc(Video(folder, name)))];
        var second = await TryItProcess.RunAsync(folder);

        foreach (var run in new[] { first, second })
        {
            Assert.Equal("", run.Errors);
            Assert.Equal(0, run.ExitCode);
            Assert.Contains("Waiting for videos: ", run.Output, StringComparison.Ordinal);
            Assert.Matches(@"\nName +MB FullName\s*\n", run.Output);
            Assert.All(Names, name => Assert.Matches($@"\n{name} +\d+\.\d+ \S+{name}\.mp4\s", run.Output));
            Assert.Contains("8 of 8 videos saved to ", run.Output, StringComparison.Ordinal);
            Assert.Contains("SILICONFLOW_API_KEY", run.Output, StringComparison.Ordinal);
            Assert.DoesNotContain('\e', run.Output);
        }

        Assert.Equal(Names.Select(name => Path.Combine("videos", name + ".mp4")), folder.Files);
        Assert.All(Names, name => Assert.True(new FileInfo(Video(folder, name)).Length > 10_000));
        Assert.All(Names.Zip(written), video => Assert.True(File.GetLastWriteTimeUtc(Video(folder, video.First)) > video.Second));
    }

    [Fact]
    public async Task A_command_runs_on_the_simulator_also_where_a_key_is_set()
    {
        using var folder = new TemporaryFolder();

        var run = await TryItProcess.RunAsync(folder, key: SimulatedSession.Key, "-Command", "'一只猫 🐱' | New-SFVideo -Verbose | ForEach-Object { \"$($_.Prompt) at $($_.BaseUri)\" }; $env:SILICONFLOW_API_KEY");

        Assert.Equal("", run.Errors);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("the simulator is used", run.Output, StringComparison.Ordinal);
        Assert.Contains("一只猫 🐱 at http://127.0.0.1:", run.Output, StringComparison.Ordinal);
        Assert.Contains("VERBOSE: POST /v1/video/submit -> 200", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(SimulatedSession.Key, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_file_gets_its_arguments_and_gives_its_exit_code()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["my script.ps1"], "param($Text, [switch] $Loud, $Other) \"$Text|$Loud|$Other\"; exit 3");

        var run = await TryItProcess.RunAsync(folder, args: ["-File", "my script.ps1", "-Loud", "it's $5", "-Other:", "-1"]);

        Assert.Equal("", run.Errors);
        Assert.Contains("it's $5|True|-1", run.Output, StringComparison.Ordinal);
        Assert.Equal(3, run.ExitCode);
    }

    [Theory]
    [InlineData("throw 'the end'", "the end")]
    [InlineData("'' | New-SFVideo", "The prompt is missing or blank.")]
    [InlineData("New-SFVideo 'a cat' -Confirm", "nobody to answer")]
    public async Task A_script_that_fails_shows_why(string command, string why)
    {
        using var folder = new TemporaryFolder();

        var run = await TryItProcess.RunAsync(folder, args: ["-Command", command]);

        Assert.Contains(why, run.Errors, StringComparison.Ordinal);
        Assert.Equal(1, run.ExitCode);
    }

    [Theory]
    [InlineData("'-Nonsense' is not understood", "-Nonsense")]
    [InlineData("-Command lacks its value", "-Command")]
    [InlineData("There is no file", "-File", "none.ps1")]
    public async Task A_command_line_that_is_not_understood_runs_nothing(string why, params string[] args)
    {
        using var folder = new TemporaryFolder();

        var run = await TryItProcess.RunAsync(folder, args: args);

        Assert.StartsWith(why, run.Errors, StringComparison.Ordinal);
        Assert.Contains("usage: ", run.Errors, StringComparison.Ordinal);
        Assert.Equal("", run.Output);
        Assert.Equal(2, run.ExitCode);
    }

    private static string Video(TemporaryFolder folder, string name) => folder[Path.Combine("videos", name + ".mp4")];
}
