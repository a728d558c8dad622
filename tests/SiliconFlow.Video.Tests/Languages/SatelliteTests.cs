using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Languages;

/// <summary>Where the Chinese texts come from in a process that holds nothing else of the module, and when.</summary>
public sealed class SatelliteTests
{
    private const string Begin =
        """
        function Get-Satellite {
            [System.AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.GetName().Name -eq 'SiliconFlow.Video.resources' } |
                ForEach-Object { [System.IO.Path]::GetRelativePath($module, $_.Location).Replace('\', '/') }
        }

        function Get-Complaint { try { Connect-SFVideo -ApiKey ' ' } catch { [Console]::OutputEncoding = [System.Text.UTF8Encoding]::new($false); $_.Exception.Message } }

        [System.Globalization.CultureInfo]::CurrentUICulture = 'zh-CN'
        Import-Module $module
        @(Get-Satellite).Count

        """;

    [Fact]
    public async Task They_are_loaded_with_the_first_text_from_beside_the_module()
    {
        string[] lines = await EngineHost.RunAsync(Begin + "Get-Complaint; Get-Satellite");

        Assert.Equal(["0", "API 密钥为空。", "bin/net8.0/zh-Hans/SiliconFlow.Video.resources.dll"], lines);
    }

    [Fact]
    public async Task They_outlive_another_import()
    {
        string[] lines = await EngineHost.RunAsync(
            Begin + "Get-Complaint; Import-Module $module -Force; Get-Complaint; Remove-Module SiliconFlow.Video; Import-Module $module; Get-Complaint; @(Get-Satellite).Count");

        Assert.Equal(["0", "API 密钥为空。", "API 密钥为空。", "API 密钥为空。", "1"], lines);
    }

    [Theory]
    [InlineData("en-US")]
    [InlineData("fr-FR")]
    public async Task Other_languages_load_none(string culture)
    {
        string[] lines = await EngineHost.RunAsync(Begin + "[System.Globalization.CultureInfo]::CurrentUICulture = $other; Get-Complaint; @(Get-Satellite).Count", culture);

        Assert.Equal(["0", "The API key is blank.", "0"], lines);
    }

    [Fact]
    public async Task Without_them_all_is_English()
    {
        using var folder = new TemporaryFolder();
        ModuleCopy.Write(folder["SiliconFlow.Video"], but: "SiliconFlow.Video.resources.dll");

        string[] lines = await EngineHost.RunAsync("$module = $other\n" + Begin + "Get-Complaint", folder["SiliconFlow.Video"]);

        Assert.Equal(["0", "The API key is blank."], lines);
    }
}
