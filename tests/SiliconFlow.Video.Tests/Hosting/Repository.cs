using System.Reflection;

namespace SiliconFlow.Video.Tests.Hosting;

/// <summary>Where things lie, as the build wrote it into this assembly.</summary>
internal static class Repository
{
    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = Read("RepositoryRoot");

    /// <summary>The folder a user would import.</summary>
    public static string StagedModule { get; } = Read("ModuleOutput");

    /// <summary>The program that <see cref="EngineHost"/> starts.</summary>
    public static string EngineHostProgram { get; } = Read("EngineHost");

    /// <summary>The program of tools/TryIt.</summary>
    public static string TryItProgram { get; } = Read("TryIt");

    /// <summary>The engines' tests as a program of .NET Framework.</summary>
    public static string NetFrameworkTests { get; } = Read("NetFrameworkTests");

    /// <summary>The reference assemblies of .NET Framework 4.7.2.</summary>
    public static string NetFrameworkReferences { get; } = Read("NetFrameworkReferences");

    /// <summary>The reference assembly of what PowerShell 5.1 and later have in common.</summary>
    public static string PowerShellStandard { get; } = Read("PowerShellStandard");

    /// <summary>The full path of an example script.</summary>
    public static string Example(string name) => Path.Combine(Root, "examples", name);

    private static string Read(string key)
        => Path.GetFullPath(typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!);
}
