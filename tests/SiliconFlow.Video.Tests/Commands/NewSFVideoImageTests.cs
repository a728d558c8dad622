using System.Management.Automation;
using System.Security.Cryptography;
using SiliconFlow.Simulator;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Commands;

/// <summary>Images: links, data URIs and files by every kind of path; what arrives is what lies on disk.</summary>
public sealed class NewSFVideoImageTests
{
    private const string ImageToVideo = "Wan-AI/Wan2.2-I2V-A14B";

    public static TheoryData<string, string, byte[]> Files { get; } = new()
    {
        { "cat.png", "image/png", Pictures.Png },
        { "cat.jpg", "image/jpeg", Pictures.Jpeg },
        { "cat.webp", "image/webp", Pictures.Webp },
        { "a photo.png", "image/jpeg", Pictures.Jpeg },
        { "no-ending", "image/png", Pictures.Png },
        { "[1] & 猫 '🐱'.txt", "image/webp", Pictures.Webp },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_file_arrives_byte_for_byte_under_the_type_of_its_content(string name, string type, byte[] content)
    {
        await using var session = await SimulatedSession.StartAsync();
        await File.WriteAllBytesAsync(session.Folder[name], content);

        PSObject video = Assert.Single(session.Run("New-SFVideo p -Image $name", variables: new Dictionary<string, object?> { ["name"] = name }).ThrowOnError().Output);

        BillEntry billed = Assert.Single(session.Simulator.Bill);
        Assert.Equal((ImageToVideo, type, (long?)content.Length, Convert.ToHexStringLower(SHA256.HashData(content))), (billed.Model, billed.Image!.MediaType, billed.Image.Length, billed.Image.Sha256));
        Assert.Equal(session.Folder[name], video.Get("Image"));
    }

    [Theory]
    [InlineData("cat.png")]
    [InlineData("./cat.png")]
    [InlineData("sub/../cat.png")]
    [InlineData("pictures:/cat.png")]
    [InlineData("Microsoft.PowerShell.Core\\FileSystem::{0}/cat.png")]
    [InlineData("{0}/cat.png")]
    [InlineData(" cat.png ")]
    public async Task A_path_is_one_of_PowerShells(string path)
    {
        await using var session = await SimulatedSession.StartAsync();
        Directory.CreateDirectory(session.Folder["sub"]);
        await File.WriteAllBytesAsync(session.Folder["cat.png"], Pictures.Png);
        Assert.NotEqual(Environment.CurrentDirectory, session.Folder.Path);

        session.Run(
            """
            $provider = $ExecutionContext.SessionState.Provider.GetOne('FileSystem')
            $null = $ExecutionContext.SessionState.Drive.New([System.Management.Automation.PSDriveInfo]::new('pictures', $provider, $folder, '', $null), 'global')
            New-SFVideo p -Image $path
            """,
            variables: new Dictionary<string, object?> { ["path"] = path.Replace("{0}", session.Folder.Path, StringComparison.Ordinal) }).ThrowOnError();

        Assert.Equal(Pictures.Png.Length, Assert.Single(session.Simulator.Bill).Image!.Length);
    }

    [Fact]
    public async Task Files_that_are_piped_bring_path_and_name()
    {
        await using var session = await SimulatedSession.StartAsync();
        await File.WriteAllBytesAsync(session.Folder["cat.v1.png"], Pictures.Png);
        await File.WriteAllBytesAsync(session.Folder["dog[1].jpg"], Pictures.Jpeg);
        await File.WriteAllTextAsync(session.Folder["liar.png"], "This is no picture.");
        var files = new DirectoryInfo(session.Folder.Path).GetFiles().OrderBy(file => file.Name, StringComparer.Ordinal);

        ScriptResult result = session.Run("$input | New-SFVideo -Prompt 'slow zoom'", files);

        Assert.Equal(["cat.v1", "dog[1]"], result.Output.Get("Name").Order());
        Assert.Equal([(ImageToVideo, "slow zoom"), (ImageToVideo, "slow zoom")], session.Simulator.Bill.Select(entry => (entry.Model, entry.Prompt)));
        Assert.Equal(["image/jpeg", "image/png"], session.Simulator.Bill.Select(entry => entry.Image!.MediaType).Order());
        Assert.Equal($"Row 3 (liar.png): The file '{session.Folder["liar.png"]}' is not a png, jpeg or webp picture.", Assert.Single(result.Errors).ToString());
    }

    [Theory]
    [InlineData("missing.png")]
    [InlineData("missing/cat.png")]
    [InlineData("text.png")]
    [InlineData("empty.png")]
    [InlineData("folder")]
    [InlineData("nodrive:/cat.png")]
    [InlineData("Variable:HOME")]
    [InlineData("cat*.png")]
    [InlineData("file:///cat.png")]
    [InlineData("ftp://host/cat.png")]
    [InlineData("https://")]
    [InlineData("http://ho st/cat.png")]
    [InlineData("data:image/png;base64,AAAA")]
    [InlineData("data:image/png;base64,iVBORw0KGgo*")]
    [InlineData("data:image/png;base64,")]
    [InlineData("data:image/png,iVBORw0KGgo=")]
    [InlineData("data:image/png;base64")]
    [InlineData("data:image/png;base64,iVBORw0KGgo猫")]
    public async Task What_is_no_picture_is_an_error_of_its_row_and_nothing_is_sent(string image)
    {
        await using var session = await SimulatedSession.StartAsync();
        await File.WriteAllTextAsync(session.Folder["text.png"], "This is no picture.");
        await File.WriteAllTextAsync(session.Folder["empty.png"], "");
        await File.WriteAllBytesAsync(session.Folder["cat1.png"], Pictures.Png);
        Directory.CreateDirectory(session.Folder["folder"]);

        ScriptResult result = session.Run("[pscustomobject]@{ Prompt = 'bad'; Image = $image }, [pscustomobject]@{ Prompt = 'good' } | New-SFVideo", variables: new Dictionary<string, object?> { ["image"] = image });

        Assert.Equal(("InvalidRequest", "SFVideoInvalidRequestException"), (Assert.Single(result.Errors).Id(), result.Errors[0].Kind()));
        Assert.StartsWith("Row 1 (bad): ", result.Errors[0].ToString(), StringComparison.Ordinal);
        Assert.Equal("good", Assert.Single(session.Simulator.Bill).Prompt);
    }

    [Theory]
    [InlineData("data:image/png;base64,{0}")]
    [InlineData("data:image/png;base64, {0}")]
    [InlineData("DATA:image/jpeg;BASE64,{0}")]
    [InlineData("data:;base64,{0}")]
    public async Task A_data_URI_arrives_under_the_type_of_its_content_and_is_shown_short(string form)
    {
        await using var session = await SimulatedSession.StartAsync();
        string image = form.Replace("{0}", Convert.ToBase64String(Pictures.Png), StringComparison.Ordinal);

        PSObject video = Assert.Single(session.Run("New-SFVideo p -Image $image", variables: new Dictionary<string, object?> { ["image"] = image }).ThrowOnError().Output);

        BillEntry billed = Assert.Single(session.Simulator.Bill);
        Assert.Equal(("image/png", Convert.ToHexStringLower(SHA256.HashData(Pictures.Png))), (billed.Image!.MediaType, billed.Image.Sha256));
        Assert.Equal("\"data:image/png;base64,…\"", billed.Properties["image"]);
        Assert.InRange(((string)video.Get("Image")!).Length, 1, 80);
    }

    [Theory]
    [InlineData("http://host/cat.png")]
    [InlineData("https://host/a%20b%2Fc.png?sign=%E7%8C%AB+x%3D&n=1")]
    [InlineData("HTTPS://host/猫.png")]
    public async Task A_link_arrives_as_it_was_written(string link)
    {
        await using var session = await SimulatedSession.StartAsync();

        session.Run("New-SFVideo p -Image $link", variables: new Dictionary<string, object?> { ["link"] = link }).ThrowOnError();

        Assert.Equal((ImageToVideo, link), (session.Simulator.Bill[0].Model, session.Simulator.Bill[0].Image!.Url));
    }

    [Theory]
    [InlineData("-Model Wan-AI/Wan2.2-I2V-A14B", "no image is given")]
    [InlineData("-Model Wan-AI/Wan2.2-T2V-A14B -Image https://host/cat.png", "takes no image")]
    [InlineData("-Model wan-ai/wan2.2-t2v-a14b -Image https://host/cat.png", "takes no image")]
    [InlineData("-Model Wan-AI/Wan2.2-T2V-A14B -CustomModel Some/Other", "Model and CustomModel are both given")]
    public async Task What_does_not_go_together_is_refused_before_anything_is_sent(string arguments, string message)
    {
        await using var session = await SimulatedSession.StartAsync();

        ErrorRecord error = Assert.Single(session.Run($"New-SFVideo p {arguments}").Errors);

        Assert.Equal("InvalidRequest", error.Id());
        Assert.Contains(message, error.ToString(), StringComparison.Ordinal);
        Assert.Empty(session.Simulator.Calls);
    }
}
