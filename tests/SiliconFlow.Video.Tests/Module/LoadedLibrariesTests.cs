using Mono.Cecil;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Module;

public sealed class LoadedLibrariesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("SiliconFlow.Video.").FullName;

    [Theory]
    [InlineData("1.2.3.4")]
    [InlineData("8.0.0.0")]
    [InlineData("99.0.0.0")]
    public async Task A_session_that_holds_another_Polly_keeps_it_and_the_module_takes_its_own(string version)
    {
        WriteEmptyAssembly("Polly.Core", version);

        string[] lines = await EngineHost.RunAsync(
            """
            $theirs = [System.Runtime.Loader.AssemblyLoadContext]::Default.LoadFromAssemblyPath("$other/Polly.Core.dll")
            Import-Module $module
            $own = [SiliconFlow.Video.SFVideoException].Assembly
            $context = [System.Runtime.Loader.AssemblyLoadContext]::GetLoadContext($own)
            $null = $own.GetTypes()
            $ours = $context.LoadFromAssemblyName(($own.GetReferencedAssemblies() | Where-Object Name -EQ Polly.Core))
            $null = $ours.GetTypes()
            [System.IO.Path]::GetRelativePath($module, $ours.Location).Replace('\', '/')
            [System.Runtime.Loader.AssemblyLoadContext]::Default.LoadFromAssemblyName('Polly.Core').GetName().Version.ToString()
            """,
            _folder);

        Assert.Equal(["bin/net8.0/Polly.Core.dll", version], lines);
    }

    [Theory]
    [InlineData("4.0.1.0")]
    [InlineData("99.0.0.0")]
    public async Task A_session_that_holds_another_Json_leaves_the_module_the_one_of_NET(string version)
    {
        WriteEmptyAssembly("System.Text.Json", version);

        string[] lines = await EngineHost.RunAsync(
            """
            $theirs = [System.Reflection.Assembly]::LoadFile("$other/System.Text.Json.dll")
            try { $null = [System.Reflection.Assembly]::LoadFrom("$other/System.Text.Json.dll") } catch [System.IO.IOException] { }
            Import-Module $module
            $own = [SiliconFlow.Video.SFVideoException].Assembly
            $context = [System.Runtime.Loader.AssemblyLoadContext]::GetLoadContext($own)
            $null = $own.GetTypes()
            $ours = $context.LoadFromAssemblyName('System.Text.Json')
            $theirs.GetName().Version.ToString()
            $ours -ne $theirs
            $ours.GetType('System.Text.Json.JsonSerializer').FullName
            """,
            _folder);

        Assert.Equal([version, "True", "System.Text.Json.JsonSerializer"], lines);
    }

    [Fact]
    public async Task Two_copies_of_the_module_live_side_by_side()
    {
        ModuleCopy.Write(_folder);

        string[] lines = await EngineHost.RunAsync(
            """
            $second = [powershell]::Create([initialsessionstate]::CreateDefault2())
            $second.AddCommand('Import-Module').AddArgument("$other/SiliconFlow.Video.psd1").AddStatement().AddCommand('Get-Command').AddArgument('New-SFVideo').Invoke() |
                ForEach-Object { [System.IO.Path]::GetRelativePath($other, $_.ImplementingType.Assembly.Location).Replace('\', '/') }
            1..2 | ForEach-Object { Import-Module $module -Force }
            Get-Command New-SFVideo | ForEach-Object { [System.IO.Path]::GetRelativePath($module, $_.ImplementingType.Assembly.Location).Replace('\', '/') }
            """,
            _folder);

        Assert.Equal(["bin/net8.0/SiliconFlow.Video.dll", "bin/net8.0/SiliconFlow.Video.dll"], lines);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void WriteEmptyAssembly(string name, string version)
    {
        using var assembly = AssemblyDefinition.CreateAssembly(new AssemblyNameDefinition(name, new Version(version)), name, ModuleKind.Dll);
        assembly.Write(Path.Combine(_folder, name + ".dll"));
    }
}
