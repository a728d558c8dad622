using System.Reflection;

namespace SiliconFlow.TryIt;

/// <summary>Where things lie, as the build wrote it into this assembly.</summary>
internal static class Places
{
    /// <summary>The folder of the finished module.</summary>
    public static string Module { get; } = Read("ModuleOutput");

    /// <summary>The folder of the example scripts.</summary>
    public static string Examples { get; } = Read("Examples");

    private static string Read(string key) => Path.TrimEndingDirectorySeparator(
        Path.GetFullPath(typeof(Places).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!));
}
