namespace SiliconFlow.Video.Tests.Hosting;

/// <summary>A test that needs what Windows has not: limits that a process may be put under.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute() => Skip = OperatingSystem.IsWindows() ? "Windows puts no limit on the length of a process's files." : null!;
}
