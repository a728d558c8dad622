using System.Management.Automation.Runspaces;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Module;

/// <summary>What is shown of the module's objects where nothing else is asked for, through the engine's own formatter.</summary>
public sealed class FormatTests
{
    private const string Video =
        """
        [pscustomobject] @{
            PSTypeName = '<prefix>SiliconFlow.Video.SFVideo'
            RequestId = 'abcdefghijklmnopqrst'; Status = 'Succeeded'; Name = 'hen'; Model = 'Wan-AI/Wan2.2-T2V-A14B'; Prompt = 'a hen ' * 30
            SubmittedAt = [datetime]::new(2026, 1, 1, 12, 0, 0); CompletedAt = [datetime]::new(2026, 1, 1, 12, 3, 7)
        }
        """;

    private const string File =
        """
        [pscustomobject] @{
            PSTypeName = '<prefix>SiliconFlow.Video.SFVideoFile'
            FullName = '/videos/hen.mp4'; Length = 12.5MB; Sha256 = 'cafe'; RequestId = 'abc'; Name = 'hen'; Prompt = 'a hen'; Seed = 7; Video = ''
        }
        """;

    private const string Row =
        """
        [pscustomobject] @{
            PSTypeName = '<prefix>SiliconFlow.Video.SFVideo#Journal'
            RequestId = 'k6c86xim31fv'; Status = 'OutcomeUnknown'; Name = 'hen'; Prompt = 'a hen ' * 30; Reason = '<reason>'; File = '<file>'
        }
        """;

    private const string Model = "[pscustomobject] @{ PSTypeName = '<prefix>SiliconFlow.Video.SFVideoModel'; Id = 'Wan-AI/Wan2.2-I2V-A14B'; CustomModel = ''; Kind = 'ImageToVideo'; OwnedBy = $null; BaseUri = '' }";

    private const string Missing =
        """
        [pscustomobject] @{ PSTypeName = '<prefix>SiliconFlow.Video.SFVideo'; RequestId = 'a'; Status = 'Unknown'; Name = $null; Prompt = $null; SubmittedAt = $null; CompletedAt = $null }
        [pscustomobject] @{ PSTypeName = '<prefix>SiliconFlow.Video.SFVideo'; RequestId = 'b' }
        """;

    public static TheoryData<string> Prefixes => ["", "Deserialized."];

    [Fact]
    public void The_file_is_valid() => _ = new FormatTable([Path.Combine(Repository.StagedModule, "SiliconFlow.Video.Format.ps1xml")]);

    [Theory]
    [InlineData("", 60, "abcdefghijklm… hen              Succeeded      3:07 a hen …")]
    [InlineData("", 80, "abcdefghijklm… hen              Succeeded      3:07 a hen a hen a hen a hen a …")]
    [InlineData("Deserialized.", 60, "abcdefghijklm… hen              Succeeded      3:07 a hen …")]
    [InlineData("Deserialized.", 80, "abcdefghijklm… hen              Succeeded      3:07 a hen a hen a hen a hen a …")]
    public void A_video_is_a_row_and_its_prompt_is_cut(string prefix, int width, string expected)
    {
        string[] lines = Show(Video, prefix, width);

        Assert.Equal("RequestId      Name             Status      Elapsed Prompt", lines[0]);
        Assert.Equal([expected], lines[2..]);
    }

    [Fact]
    public void A_wide_window_shows_more_of_the_prompt() => Assert.Equal(120, Show(Video, "", 121)[2].Length);

    [Theory]
    [MemberData(nameof(Prefixes))]
    public void A_file_is_a_row_with_its_megabytes(string prefix)
    {
        string[] lines = Show(File, prefix, 60);

        Assert.Equal("Name                        MB FullName", lines[0]);
        Assert.Equal(["hen                      12.50 /videos/hen.mp4"], lines[2..]);
    }

    [Theory]
    [InlineData("", "/videos/one/hen.mp4", "", "hen.mp4")]
    [InlineData("Deserialized.", @"C:\videos\hen.mp4", "no", "hen.mp4")]
    [InlineData("", "", "too dark", "too dark")]
    [InlineData("", "", "", "a hen a hen…")]
    public void A_journal_s_row_shows_its_file_else_its_reason_else_its_prompt(string prefix, string file, string reason, string detail)
    {
        string[] lines = Show(Row.Replace("<file>", file, StringComparison.Ordinal).Replace("<reason>", reason, StringComparison.Ordinal), prefix, 60);

        Assert.Equal("RequestId      Name             Status         Detail", lines[0]);
        Assert.Equal(["k6c86xim31fv   hen              OutcomeUnknown " + detail], lines[2..]);
    }

    [Theory]
    [MemberData(nameof(Prefixes))]
    public void A_model_is_a_row(string prefix) => Assert.Equal(["Kind         Id", "----         --", "ImageToVideo Wan-AI/Wan2.2-I2V-A14B"], Show(Model, prefix, 60));

    [Theory]
    [MemberData(nameof(Prefixes))]
    public void What_is_missing_stays_empty(string prefix)
    {
        string[] lines = Show($"Set-StrictMode -Version Latest; {Missing}", prefix, 80);

        Assert.Equal(["a                               Unknown", "b"], lines[2..]);
    }

    [Fact]
    public void A_connection_is_a_row_without_its_key()
    {
        string[] lines = Show("Connect-SFVideo -ApiKey sk-secret-7f3a9c41d2 -BaseUri http://127.0.0.1:9/v1 -Proxy http://p:8080 -RequestTimeoutSec 60 -PassThru", "", 60);

        Assert.Equal("BaseUri                           Timeout Proxy", lines[0]);
        Assert.Equal(["http://127.0.0.1:9/v1            00:01:00 http://p:8080/"], lines[2..]);
    }

    [Fact]
    public void Letters_of_two_cells_and_line_ends_do_not_break_the_table()
    {
        string[] lines = Show(
            """
            foreach ($text in ('猫在雨中' * 20), "two`r`nlines") {
                [pscustomobject] @{ PSTypeName = '<prefix>SiliconFlow.Video.SFVideo'; RequestId = 'a'; Status = 'InQueue'; Name = $text; Prompt = $text; SubmittedAt = $null; CompletedAt = $null }
            }
            """,
            "",
            80);

        Assert.Equal(["a              猫在雨中猫在雨…  InQueue             猫在雨中猫在雨中猫在雨中猫…", "a              two…             InQueue             two…"], lines[2..]);
    }

    [Theory]
    [InlineData("Succeeded", "\e[32mSucceeded\e[0m")]
    [InlineData("Saved", "\e[32mSaved\e[0m")]
    [InlineData("Failed", "\e[31;1mFailed\e[0m")]
    [InlineData("OutcomeUnknown", "\e[33;1mOutcomeUnknown\e[0m")]
    [InlineData("InQueue", "InQueue")]
    public void A_terminal_shows_states_in_the_user_s_colours(string status, string expected) =>
        Assert.Contains($" {expected} ", Show(Row.Replace("OutcomeUnknown", status, StringComparison.Ordinal), "", 80, isTerminal: true)[2], StringComparison.Ordinal);

    [Theory]
    [InlineData(true, "", "\e[32mSaved\e[0m")]
    [InlineData(false, "", "Saved")]
    [InlineData(true, "$local:PSStyle = $null", "Saved")]
    [InlineData(true, "$local:PSStyle = [pscustomobject] @{ OutputRendering = 'PlainText'; Foreground = @{ Green = '!' }; Reset = '!' }", "Saved")]
    [InlineData(false, "$local:PSStyle = [pscustomobject] @{ OutputRendering = 'Ansi'; Foreground = [pscustomobject] @{ Green = '<' }; Reset = '>' }", "<Saved>")]
    [InlineData(true, "$local:PSStyle = [pscustomobject] @{ OutputRendering = 'Host' }", "Saved")]
    public void Colours_go_where_they_are_seen_or_wanted(bool isTerminal, string style, string expected)
    {
        using var session = ModuleRunspace.Open(new TextHost(80) { IsTerminal = isTerminal });

        var result = session.Run($"Set-StrictMode -Version Latest; & {{ {style}; [SiliconFlow.Video.Commands.ViewText]::Status([pscustomobject] @{{ Status = 'Saved' }}, $ExecutionContext) }}");

        Assert.Equal([expected], result.ThrowOnError().Lines);
    }

    private static string[] Show(string script, string prefix, int width, bool isTerminal = false)
    {
        var host = new TextHost(width) { IsTerminal = isTerminal };
        using var session = ModuleRunspace.Open(host);
        session.Run($". {{ {script.Replace("<prefix>", prefix, StringComparison.Ordinal)} }} | Out-Default").ThrowOnError();
        return [.. host.Lines.Where(line => line.Length > 0)];
    }
}
