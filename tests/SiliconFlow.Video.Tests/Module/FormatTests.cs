using System.Management.Automation.Runspaces;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Module;

public sealed class FormatTests
{
    private const string Video =
        """
        [pscustomobject] @{
            PSTypeName = '<prefix>SiliconFlow.Video.SFVideo'
            RequestId = 'abcdefghijklmnopqrst'; Status = 'Succeeded'; Name = 'hen'; Model = 'Wan-AI/Wan2.2-T2V-A14B'; Prompt = 'a hen ' * 20
            NegativePrompt = ''; ImageSize = '1280x720'; Image = ''; Seed = 7; Url = ''; LinkExpiresAt = ''; Reason = ''; Position = 0; InferenceTime = 1
            SubmittedAt = ''; CompletedAt = ''; TraceId = 'trace'; Journal = ''; BaseUri = ''
        }
        """;

    private const string File =
        """
        [pscustomobject] @{
            PSTypeName = '<prefix>SiliconFlow.Video.SFVideoFile'
            FullName = '/videos/hen.mp4'; Length = 42; Sha256 = 'cafe'; RequestId = 'abc'; Name = 'hen'; Prompt = 'a hen'; Seed = 7; Video = ''
        }
        """;

    [Fact]
    public void The_file_is_valid() => _ = new FormatTable([Path.Combine(Repository.StagedModule, "SiliconFlow.Video.Format.ps1xml")]);

    [Theory]
    [InlineData("")]
    [InlineData("Deserialized.")]
    public void A_video_is_a_row_and_its_prompt_is_cut(string prefix)
    {
        string[] lines = Show(Video, prefix);

        Assert.Equal("RequestId      Status     Name                 Model                  Prompt", lines[0]);
        Assert.StartsWith("abcdefghijklm… Succeeded  hen                  Wan-AI/Wan2.2-T2V-A14B a hen a hen", lines[2], StringComparison.Ordinal);
        Assert.EndsWith("…", lines[2], StringComparison.Ordinal);
        Assert.Equal(3, lines.Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Deserialized.")]
    public void A_file_is_a_row_and_its_length_stands_on_the_right(string prefix)
    {
        string[] lines = Show(File, prefix);

        Assert.Equal("Name                           Length FullName", lines[0]);
        Assert.Equal("hen                                42 /videos/hen.mp4", lines[2]);
    }

    private static string[] Show(string literal, string prefix)
    {
        var host = new TextHost(width: 110);
        using var session = ModuleRunspace.Open(host);
        session.Run($"{Of(literal, prefix)} | Out-Default").ThrowOnError();
        return [.. host.Lines.Where(line => line.Length > 0)];
    }

    private static string Of(string literal, string prefix) => literal.Replace("<prefix>", prefix, StringComparison.Ordinal);
}
