using System.Reflection;

namespace SiliconFlow.Video.Tests;

/// <summary>What runs the tests.</summary>
internal static class Family
{
    private static readonly Type? Mono = Type.GetType("Mono.Runtime");

    public static bool IsMono => Mono is not null;

    public static string Name => Mono is null
        ? $".NET Framework {Environment.Version}"
        : $"Mono {Mono.GetMethod("GetDisplayName", BindingFlags.NonPublic | BindingFlags.Static)!.Invoke(null, null)}";
}
