namespace SiliconFlow.Video.Tests.Hosting;

/// <summary>A test that runs a program for .NET Framework: on Windows as it is, elsewhere on Mono.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NetFrameworkFactAttribute : FactAttribute
{
    public NetFrameworkFactAttribute() => Skip = Mono is null && !OperatingSystem.IsWindows() ? "There is no mono on PATH; on Debian it is the package mono-devel." : null!;

    /// <summary>The full path of Mono; null where there is none.</summary>
    public static string? Mono { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, "mono"))
        .FirstOrDefault(File.Exists);
}
