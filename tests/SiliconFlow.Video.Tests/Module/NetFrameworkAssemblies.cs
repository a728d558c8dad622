using Mono.Cecil;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Module;

/// <summary>Finds assemblies as Windows PowerShell would: the module's own for one another, then .NET Framework 4.7.2 and PowerShell 5.1, by what they are compiled against.</summary>
internal sealed class NetFrameworkAssemblies : IAssemblyResolver
{
    private static readonly string[] References =
        [Repository.NetFrameworkReferences, Path.Combine(Repository.NetFrameworkReferences, "Facades"), Repository.PowerShellStandard];

    private readonly Dictionary<string, AssemblyDefinition?> _found = [];

    /// <summary>The module's DLLs for Windows PowerShell.</summary>
    public IReadOnlyList<AssemblyDefinition> Module => [.. Directory.EnumerateFiles(Folder, "*.dll").Order(StringComparer.Ordinal).Select(file => Find(Path.GetFileNameWithoutExtension(file))!)];

    private static string Folder { get; } = Path.Combine(Repository.StagedModule, "bin", "net472");

    /// <summary>The assembly of this name; null where there is none.</summary>
    public AssemblyDefinition? Find(string name)
    {
        if (!_found.TryGetValue(name, out AssemblyDefinition? assembly))
        {
            string? file = new[] { Folder }.Concat(References).Select(folder => Path.Combine(folder, name + ".dll")).FirstOrDefault(File.Exists);
            assembly = file is null ? null : AssemblyDefinition.ReadAssembly(file, new ReaderParameters { AssemblyResolver = this });
            _found.Add(name, assembly);
        }

        return assembly;
    }

    public AssemblyDefinition? Resolve(AssemblyNameReference name) => Find(name.Name);

    public AssemblyDefinition? Resolve(AssemblyNameReference name, ReaderParameters parameters) => Find(name.Name);

    public void Dispose()
    {
        foreach (AssemblyDefinition? assembly in _found.Values)
        {
            assembly?.Dispose();
        }
    }
}
