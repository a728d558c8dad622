using Mono.Cecil;

namespace SiliconFlow.Video.Tests.Module;

/// <summary>Whether the module's DLLs for Windows PowerShell find what they were compiled against. It gives the module no application configuration with redirects.</summary>
public sealed class NetFrameworkReferencesTests : IDisposable
{
    private readonly NetFrameworkAssemblies _assemblies = new();

    public void Dispose() => _assemblies.Dispose();

    // Lower versions of what lies beside are met by ModuleAssemblyResolver; .NET Framework gives its own for any lower one by itself.
    [Fact]
    public void Every_assembly_that_is_asked_for_is_there_no_older_and_of_the_same_key()
    {
        IEnumerable<string> lacking =
            from assembly in _assemblies.Module
            from asked in assembly.MainModule.AssemblyReferences
            let found = _assemblies.Find(asked.Name)?.Name
            where found is null || found.Version < asked.Version || !found.PublicKeyToken.SequenceEqual(asked.PublicKeyToken)
            select $"{assembly.Name.Name} asks for {asked.FullName}; there is {found?.FullName ?? "none"}";

        Assert.Empty(lacking);
    }

    [Fact]
    public void Every_type_and_member_that_is_asked_for_is_there()
    {
        IEnumerable<string> lacking =
            from assembly in _assemblies.Module
            from asked in assembly.MainModule.GetTypeReferences().Concat<MemberReference>(assembly.MainModule.GetMemberReferences())
            where !IsThere(asked)
            select $"{assembly.Name.Name} asks for {asked.FullName}";

        Assert.Empty(lacking);
    }

    private static bool IsThere(MemberReference asked) => asked switch
    {
        // Members of arrays are the runtime's.
        { DeclaringType: ArrayType } => true,
        TypeReference type => type.Resolve() is not null,
        _ => asked.Resolve() is not null,
    };
}
