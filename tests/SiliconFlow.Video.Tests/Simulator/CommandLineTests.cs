using SiliconFlow.Simulator;

namespace SiliconFlow.Video.Tests.Simulator;

public sealed class CommandLineTests
{
    [Fact]
    public void Every_option_is_understood_in_both_spellings()
    {
        using var plan = new TemporaryFile("""{"rules":[{"operation":"submit","fault":"hang"}]}""");

        var options = CommandLine.Parse(
            ["--urls", "http://localhost:8080", "--queue-seconds=0.5", "--run-seconds", "7", "--link-lifetime-seconds=60",
             "--video-length", "5368709120", "--seed", "-3", "--submits-per-minute", "20", "--faults", plan.Path]);

        Assert.Equal("http://localhost:8080", options.Urls);
        Assert.Equal((0.5, 7, 60), (options.QueueTime.TotalSeconds, options.RunTime.TotalSeconds, options.LinkLifetime.TotalSeconds));
        Assert.Equal((5368709120, -3, 20), (options.VideoLength, options.Seed, options.SubmitsPerMinute));
        Assert.Equal(FaultKind.Hang, Assert.Single(options.Faults.Rules).Fault);
    }

    [Fact]
    public void Without_arguments_the_defaults_hold()
    {
        var options = CommandLine.Parse([]);

        Assert.Equal(("http://127.0.0.1:0", 1), (options.Urls, options.Seed));
        Assert.Null(options.SubmitsPerMinute);
        Assert.Null(options.VideoLength);
        Assert.Equal((1, 3, 600), (options.QueueTime.TotalSeconds, options.RunTime.TotalSeconds, options.LinkLifetime.TotalSeconds));
    }

    [Theory]
    [InlineData("--speed", "1", "--speed")]
    [InlineData("--urls", null, "--urls")]
    [InlineData("--run-seconds", "soon", "--run-seconds")]
    [InlineData("--run-seconds", "-1", "--run-seconds")]
    [InlineData("--queue-seconds", "NaN", "--queue-seconds")]
    [InlineData("--video-length", "1000", "--video-length")]
    [InlineData("--video-length", "1GB", "--video-length")]
    [InlineData("--seed", "1.5", "--seed")]
    [InlineData("--submits-per-minute", "0", "--submits-per-minute")]
    [InlineData("--faults", "/no/such/plan.json", "--faults")]
    [InlineData("--urls", "http://0.0.0.0:8080", "loopback")]
    public void A_slip_is_named(string option, string? value, string named)
    {
        string[] args = value is null ? [option] : [option, value];

        Assert.Contains(named, Assert.Throws<FormatException>(() => CommandLine.Parse(args)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_plan_is_named_with_its_file()
    {
        using var plan = new TemporaryFile("""{"rules":[{"operation":"submit","fault":"explode"}]}""");

        Assert.Contains(plan.Path, Assert.Throws<FormatException>(() => CommandLine.Parse(["--faults", plan.Path])).Message, StringComparison.Ordinal);
    }

    private sealed class TemporaryFile : IDisposable
    {
        public TemporaryFile(string text) => File.WriteAllText(Path, text);

        public string Path { get; } = System.IO.Path.GetTempFileName();

        public void Dispose() => File.Delete(Path);
    }
}
