using System.Management.Automation;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Module;

public sealed class ImportTests
{
    private static readonly string[] Cmdlets =
    [
        "Connect-SFVideo", "Disconnect-SFVideo", "Export-SFVideoGallery", "Get-SFVideo", "Get-SFVideoJournal", "Get-SFVideoModel", "Import-SFVideoPrompt", "New-SFVideo",
        "Save-SFVideo", "Wait-SFVideo",
    ];

    [Fact]
    public void All_cmdlets_are_exported_and_nothing_else()
    {
        using var session = ModuleRunspace.OpenBare();

        ScriptResult result = session.Run(
            """
            Import-Module $module
            Get-Command -Module SiliconFlow.Video | ForEach-Object { "$($_.CommandType) $($_.Name) of $($_.Source)" }
            Get-Module SiliconFlow.Video | ForEach-Object { $_.ExportedVariables.Count, $_.ExportedFunctions.Count, $_.ExportedAliases.Count }
            """).ThrowOnError();

        Assert.Equal([.. Cmdlets.Select(name => $"Cmdlet {name} of SiliconFlow.Video"), "0", "0", "0"], result.Lines);
    }

    [Theory]
    [InlineData("Import-Module $module -Force")]
    [InlineData("Import-Module $module -Force; Import-Module $module -Force")]
    [InlineData("Import-Module $module")]
    [InlineData("Remove-Module SiliconFlow.Video; Import-Module $module")]
    [InlineData("Import-Module $module -Force; Remove-Module SiliconFlow.Video; Import-Module $module -Force; Import-Module $module -Force")]
    [InlineData("Import-Module $module -Force -Prefix Other; Import-Module $module -Force")]
    [InlineData("Remove-Module SiliconFlow.Video; Set-StrictMode -Version Latest; Import-Module $module")]
    [InlineData("Remove-Module SiliconFlow.Video; $PSModuleAutoLoadingPreference = 'None'; Import-Module $module/SiliconFlow.Video.psd1")]
    public void The_cmdlets_answer_after_another_import(string script)
    {
        using var session = ModuleRunspace.Open();

        session.Run(script).ThrowOnError();

        AssertAnswer(session, Cmdlets);
    }

    [Fact]
    public void A_prefix_goes_before_every_noun()
    {
        using var session = ModuleRunspace.OpenBare();

        session.Run("Import-Module $module -Prefix My; Import-Module $module -Prefix My -Force").ThrowOnError();

        AssertAnswer(session, Cmdlets.Select(name => name.Replace("-", "-My", StringComparison.Ordinal)));
    }

    [Fact]
    public void Removal_takes_every_trace_away()
    {
        using var session = ModuleRunspace.Open();

        ScriptResult result = session.Run("Remove-Module SiliconFlow.Video; Get-Command *SFVideo*; Get-Module -All").ThrowOnError();

        Assert.Empty(result.Output);
    }

    [Fact]
    public void Another_module_imports_it_for_itself()
    {
        using var session = ModuleRunspace.OpenBare();

        ScriptResult result = session.Run(
            """
            $wrapper = New-Module -Name Wrapper -ArgumentList $module -ScriptBlock {
                param($module)
                function Test-Inside {
                    Import-Module $module -Force
                    (Get-Command -Name New-SFVideo).Source
                }
            }
            1..2 | ForEach-Object { Test-Inside }
            [bool] (Get-Command -Name New-SFVideo -ErrorAction Ignore)
            """).ThrowOnError();

        Assert.Equal(["SiliconFlow.Video", "SiliconFlow.Video", "False"], result.Lines);
    }

    [Fact]
    public async Task Many_sessions_import_at_the_same_time()
    {
        ModuleRunspace[] sessions = [.. Enumerable.Range(0, 4).Select(_ => ModuleRunspace.OpenBare())];

        ScriptResult[] results = await Task.WhenAll(sessions.Select(session => session.Start("Import-Module $module; Import-Module $module -Force").Completion));

        Assert.All(results, result => result.ThrowOnError());
        Assert.All(sessions, session => AssertAnswer(session, Cmdlets));
        Array.ForEach(sessions, session => session.Dispose());
    }

    [Fact]
    public async Task An_older_PowerShell_is_told_what_is_needed()
        => Assert.Equal(["SiliconFlow.Video needs PowerShell 7.4 or later (or Windows PowerShell 5.1). This is PowerShell 7.3.12."], await ImportWithoutLoaderAsync("7.3.12"));

    [Fact]
    public async Task A_module_that_is_not_whole_does_not_blame_PowerShell()
        => Assert.Contains("SiliconFlow.Video.Loader.dll", Assert.Single(await ImportWithoutLoaderAsync("7.4.0")), StringComparison.Ordinal);

    // An older PowerShell cannot load the loader, which is made for a later .NET; here it is not there at all.
    private static async Task<string[]> ImportWithoutLoaderAsync(string version)
    {
        using var folder = new TemporaryFolder();
        ModuleCopy.Write(folder["SiliconFlow.Video"], but: "SiliconFlow.Video.Loader.dll");
        return await EngineHost.RunAsync(
            $$"""
            $PSVersionTable.PSVersion = [semver] '{{version}}'
            try { Import-Module $other } catch { $_.Exception.Message.ReplaceLineEndings(' ') }
            """,
            folder["SiliconFlow.Video"]);
    }

    // No cmdlet has such a parameter, so the answer shows that its class was found and loaded, and does nothing else.
    private static void AssertAnswer(ModuleRunspace session, IEnumerable<string> cmdlets) => Assert.All(cmdlets, cmdlet =>
    {
        ScriptResult answer = session.Run($"{cmdlet} -NoSuchParameter");
        ErrorRecord error = answer.Terminated?.ErrorRecord ?? Assert.Single(answer.Errors);
        Assert.StartsWith("NamedParameterNotFound,SiliconFlow.Video.Commands.", error.FullyQualifiedErrorId, StringComparison.Ordinal);
    });
}
