using System.Text;

namespace SiliconFlow.Video.Tests.Service;

/// <summary>The service's bodies as they travel, from the files of the Samples folder.</summary>
internal static class SampleBodies
{
    /// <summary>The names of all samples, sorted.</summary>
    public static string[] Names { get; } = [.. Directory.EnumerateFiles(Folder, "*.json").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)!];

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Samples");

    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Folder, name + ".json"));

    public static string Text(string name) => Encoding.UTF8.GetString(Bytes(name));
}
