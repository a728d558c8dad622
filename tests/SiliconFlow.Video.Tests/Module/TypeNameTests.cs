using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Module;

/// <summary>
/// In processes of their own, one a case: the engine remembers a name once it has found it, so each case asks for a name
/// for the first time at the moment in question.
/// </summary>
public sealed class TypeNameTests
{
    private const string CatchByName =
        """
        try {
            $kind = [SiliconFlow.Video.SFVideoTimeoutException]
            $text = $kind.Assembly.GetType('SiliconFlow.Video.LocalText').GetMethod('AsIs', [System.Reflection.BindingFlags] 'NonPublic, Static').Invoke($null, @('a failure'))
            throw $kind.GetConstructors('NonPublic, Instance')[0].Invoke(@($text, $null))
        }
        catch [SiliconFlow.Video.SFVideoException] { "caught $($_.Exception.Message)" }
        """;

    [Theory]
    [InlineData("Import-Module $module")]
    [InlineData("Import-Module $module; Import-Module $module -Force; Import-Module $module -Force")]
    [InlineData("Import-Module $module; Remove-Module SiliconFlow.Video; Import-Module $module")]
    [InlineData("$null = [powershell]::Create([initialsessionstate]::CreateDefault2()).AddCommand('Import-Module').AddArgument($module).Invoke(); Import-Module $module")]
    [InlineData("New-Module { param($path) Import-Module $path; Import-Module $path -Force } -ArgumentList $module | Import-Module")]
    public async Task An_exception_is_caught_by_its_name(string import)
        => Assert.Equal(["caught a failure"], await EngineHost.RunAsync($"$null = . {{ {import} }}\n{CatchByName}"));

    [Fact]
    public async Task A_function_written_before_the_import_catches_by_name()
        => Assert.Equal(["caught a failure"], await EngineHost.RunAsync($"function Test-It {{ {CatchByName} }}\nImport-Module $module\nTest-It"));

    [Fact]
    public async Task Libraries_inside_the_module_have_no_name_outside()
    {
        string[] lines = await EngineHost.RunAsync(
            """
            Import-Module $module
            $own = [SiliconFlow.Video.SFVideoException].Assembly
            $context = [System.Runtime.Loader.AssemblyLoadContext]::GetLoadContext($own)
            $context.LoadFromAssemblyName('Polly.Core').GetType('Polly.ResiliencePipeline').FullName
            $null -eq ('Polly.ResiliencePipeline' -as [type])
            """);

        Assert.Equal(["Polly.ResiliencePipeline", "True"], lines);
    }

    [Fact]
    public async Task No_public_member_shows_a_type_of_a_library()
    {
        string[] lines = await EngineHost.RunAsync(
            """
            Import-Module $module
            foreach ($type in [SiliconFlow.Video.SFVideoException].Assembly.GetExportedTypes()) {
                foreach ($member in $type.GetMembers()) { "$member" | Where-Object { $_ -match 'Polly|System\.Text\.Json' } }
            }
            """);

        Assert.Empty(lines);
    }
}
