using System.Management.Automation;
using System.Reflection;
using System.Reflection.Emit;

namespace SiliconFlow.Video.Benchmarks.Import;

/// <summary>The least that a binary module can be: a manifest that names its DLL and what it exports, and cmdlets without parameters that do nothing.</summary>
internal static class EmptyModule
{
    /// <summary>Writes one.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="cmdlets">How many cmdlets it has.</param>
    /// <returns>Its manifest.</returns>
    public static string Write(string folder, int cmdlets)
    {
        var assembly = new PersistedAssemblyBuilder(new AssemblyName("Empty"), typeof(object).Assembly);
        var module = assembly.DefineDynamicModule("Empty");
        var attribute = typeof(CmdletAttribute).GetConstructor([typeof(string), typeof(string)])!;
        string[] nouns = [.. Enumerable.Range(1, cmdlets).Select(i => $"Empty{i}")];
        foreach (var noun in nouns)
        {
            var type = module.DefineType($"Empty.Test{noun}Command", TypeAttributes.Public | TypeAttributes.Sealed, typeof(PSCmdlet));
            type.SetCustomAttribute(new CustomAttributeBuilder(attribute, [VerbsDiagnostic.Test, noun]));
            type.CreateType();
        }

        assembly.Save(Path.Combine(folder, "Empty.dll"));
        var manifest = Path.Combine(folder, "Empty.psd1");
        File.WriteAllText(manifest, $$"""
            @{
                RootModule = 'Empty.dll'
                ModuleVersion = '1.0.0'
                GUID = '3f1b9f0e-57a5-4b3b-9d2f-0d2b3f7c6a51'
                PowerShellVersion = '5.1'
                CompatiblePSEditions = @('Desktop', 'Core')
                CmdletsToExport = @({{string.Join(", ", nouns.Select(noun => $"'Test-{noun}'"))}})
                FunctionsToExport = @()
                AliasesToExport = @()
                VariablesToExport = @()
            }
            """);
        return manifest;
    }
}
