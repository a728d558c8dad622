using System.Reflection;

namespace SiliconFlow.Video.Benchmarks;

/// <summary>What the build laid where.</summary>
internal static class Paths
{
    /// <summary>The folder of the staged module.</summary>
    public static string Module { get; } = Read("ModuleOutput");

    /// <summary>A bare engine: a program that runs a script file.</summary>
    public static string EngineHost { get; } = Read("EngineHost");

    /// <summary>The simulator as a program.</summary>
    public static string Simulator { get; } = Read("Simulator");

    /// <summary>A short video.</summary>
    public static string Clip { get; } = Read("Clip");

    /// <summary>What runs such programs.</summary>
    public static string Dotnet { get; } = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    /// <summary>A user's shell: what <c>$PWSH</c> names, else the pwsh on the path; null where there is none.</summary>
    public static string? Shell { get; } = Environment.GetEnvironmentVariable("PWSH")
        ?? (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, "pwsh")).FirstOrDefault(File.Exists);

    private static string Read(string key) =>
        Path.GetFullPath(typeof(Paths).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!);
}
