using System.Reflection;
using System.Text.RegularExpressions;
using SiliconFlow.Video.Tests.Help;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Module;

public sealed class StagedFilesTests
{
    [Fact]
    public void The_module_consists_of_the_listed_files_and_no_others()
    {
        string[] expected =
        [
            "LICENSE",
            "SiliconFlow.Video.Format.ps1xml",
            "SiliconFlow.Video.Types.ps1xml",
            "SiliconFlow.Video.psd1",
            "SiliconFlow.Video.psm1",
            "ThirdPartyNotices.txt",
            "bin/net472/CsvHelper.dll",
            "bin/net472/Microsoft.Bcl.AsyncInterfaces.dll",
            "bin/net472/Microsoft.Bcl.TimeProvider.dll",
            "bin/net472/Polly.Core.dll",
            "bin/net472/SiliconFlow.Video.dll",
            "bin/net472/System.Buffers.dll",
            "bin/net472/System.ComponentModel.Annotations.dll",
            "bin/net472/System.IO.Pipelines.dll",
            "bin/net472/System.Memory.dll",
            "bin/net472/System.Numerics.Vectors.dll",
            "bin/net472/System.Runtime.CompilerServices.Unsafe.dll",
            "bin/net472/System.Text.Encodings.Web.dll",
            "bin/net472/System.Text.Json.dll",
            "bin/net472/System.Threading.Channels.dll",
            "bin/net472/System.Threading.Tasks.Extensions.dll",
            "bin/net472/System.ValueTuple.dll",
            "bin/net472/zh-Hans/SiliconFlow.Video.resources.dll",
            "bin/net8.0/CsvHelper.dll",
            "bin/net8.0/Polly.Core.dll",
            "bin/net8.0/SiliconFlow.Video.Loader.dll",
            "bin/net8.0/SiliconFlow.Video.dll",
            "bin/net8.0/zh-Hans/SiliconFlow.Video.resources.dll",
            .. HelpPages.Languages.SelectMany(HelpFiles),
        ];

        IEnumerable<string> found = Directory.EnumerateFiles(Repository.StagedModule, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.StagedModule, file).Replace('\\', '/'));

        Assert.Equal(expected.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> HelpFiles(string language) =>
        [$"{language}/SiliconFlow.Video.dll-Help.xml", .. HelpPages.Topics(language).Select(topic => $"{language}/{topic}.help.txt")];

    // Windows PowerShell reads a file without a byte order mark in the code page of the machine.
    [Theory]
    [InlineData("SiliconFlow.Video.psd1")]
    [InlineData("SiliconFlow.Video.psm1")]
    public void Script_files_read_the_same_in_every_code_page(string file)
        => Assert.All(File.ReadAllBytes(Path.Combine(Repository.StagedModule, file)), character => Assert.InRange(character, 0, 127));

    [Theory]
    [InlineData("net8.0")]
    [InlineData("net472")]
    public void The_manifest_bears_the_version_of_the_assembly(string framework)
    {
        using var session = ModuleRunspace.OpenBare();
        string dll = Path.Combine(Repository.StagedModule, "bin", framework, "SiliconFlow.Video.dll");

        string version = Assert.Single(session.Run("(Test-ModuleManifest $module/SiliconFlow.Video.psd1).Version").ThrowOnError().Lines);

        Assert.Equal(AssemblyName.GetAssemblyName(dll).Version!.ToString(3), version);
    }

    [Fact]
    public void Every_library_of_others_is_named_with_its_license()
    {
        string notices = File.ReadAllText(Path.Combine(Repository.StagedModule, "ThirdPartyNotices.txt"));
        IEnumerable<string> libraries = Directory.EnumerateFiles(Repository.StagedModule, "*.dll", SearchOption.AllDirectories)
            .Select(file => Path.GetFileNameWithoutExtension(file)).Where(name => !name.StartsWith("SiliconFlow.", StringComparison.Ordinal));

        Assert.All(libraries, library => Assert.Matches($@"\b{Regex.Escape(library)}\b", notices));
    }
}
