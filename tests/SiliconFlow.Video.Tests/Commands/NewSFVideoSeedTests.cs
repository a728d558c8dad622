using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Commands;

/// <summary>A seed is a whole number, in every spelling that PowerShell knows and in every culture; nothing is rounded.</summary>
public sealed class NewSFVideoSeedTests
{
    [Theory]
    [InlineData("42", 42)]
    [InlineData("'42'", 42)]
    [InlineData("' 42 '", 42)]
    [InlineData("42.0", 42)]
    [InlineData("'42.0'", 42)]
    [InlineData("1e3", 1000)]
    [InlineData("'1e3'", 1000)]
    [InlineData("1kb", 1024)]
    [InlineData("0x10", 16)]
    [InlineData("[byte] 7", 7)]
    [InlineData("[decimal] 7", 7)]
    [InlineData("[bigint] 7", 7)]
    [InlineData("-1", -1)]
    [InlineData("'-1'", -1)]
    [InlineData("0", 0)]
    [InlineData("[long]::MaxValue", long.MaxValue)]
    [InlineData("'9223372036854775807'", long.MaxValue)]
    [InlineData("[long]::MinValue", long.MinValue)]
    [InlineData("1e15", 1_000_000_000_000_000)]
    public async Task A_whole_number_arrives(string seed, long expected)
    {
        await using var session = await SimulatedSession.StartAsync();

        var result = session.Run($"New-SFVideo p -Seed ({seed}); [pscustomobject]@{{ Prompt = 'p'; Seed = {seed} }} | New-SFVideo").ThrowOnError();

        Assert.Equal([expected, expected], session.Simulator.Bill.Select(entry => entry.Seed!.Value));
        Assert.Equal([expected, expected], result.Output.Get("Seed"));
    }

    [Theory]
    [InlineData("'4.2'")]
    [InlineData("4.2")]
    [InlineData("'4,2'")]
    [InlineData("'1,000'")]
    [InlineData("'abc'")]
    [InlineData("'0x10'")]
    [InlineData("$true")]
    [InlineData("[double]::NaN")]
    [InlineData("[double]::PositiveInfinity")]
    [InlineData("'9223372036854775808'")]
    [InlineData("1e30")]
    [InlineData("'٤٢'")]
    [InlineData("[datetime] '2026-01-02'")]
    [InlineData("@{ a = 1 }")]
    [InlineData("(1, 2)")]
    public async Task Anything_else_is_an_error_of_its_row(string seed)
    {
        await using var session = await SimulatedSession.StartAsync();

        var result = session.Run($"[pscustomobject]@{{ Prompt = 'bad'; Seed = {seed} }}, [pscustomobject]@{{ Prompt = 'good'; Seed = 1 }} | New-SFVideo");

        Assert.Contains("is not a whole number", Assert.Single(result.Errors).ToString(), StringComparison.Ordinal);
        Assert.Equal("good", Assert.Single(session.Simulator.Bill).Prompt);
    }

    [Theory]
    [InlineData("de-DE", ",")]
    [InlineData("tr-TR", ",")]
    [InlineData("fa-IR", "٫")]
    public async Task Cultures_change_nothing(string culture, string separator)
    {
        await using var session = await SimulatedSession.StartAsync();

        var result = session.Run(
            $$"""
            [System.Threading.Thread]::CurrentThread.CurrentCulture = '{{culture}}'
            [System.Threading.Thread]::CurrentThread.CurrentUICulture = '{{culture}}'
            [cultureinfo]::CurrentCulture.NumberFormat.NumberDecimalSeparator
            [pscustomobject]@{ PROMPT = 'i I ı İ'; MODEL = 'WAN-AI/WAN2.2-I2V-A14B'; IMAGE_SIZE = '1280X720'; NEGATIVE_PROMPT = 'rain'; IMAGE = 'HTTPS://host/i.png'; SEED = '-12345' } | New-SFVideo
            [pscustomobject]@{ prompt = 'p'; model = 'wan-ai/wan2.2-t2v-a14b'; seed = -12345.0 } | New-SFVideo
            """).ThrowOnError();

        Assert.Equal(separator, result.Lines.First());
        Assert.Equal(
            [("i I ı İ", "Wan-AI/Wan2.2-I2V-A14B", "1280x720", "-12345"), ("p", "Wan-AI/Wan2.2-T2V-A14B", "1280x720", "-12345")],
            session.Simulator.Bill.Select(entry => (entry.Prompt, entry.Model, entry.ImageSize, entry.Properties["seed"])));
    }
}
