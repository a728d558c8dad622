using System.Reflection;
using System.Runtime.Loader;

namespace SiliconFlow.Video.Loader;

/// <summary>
/// Keeps SiliconFlow.Video.dll and the libraries it uses out of the default load context, where they would meet the
/// versions that PowerShell itself or another module brought along.
/// </summary>
/// <remarks>
/// The module's script loads this assembly with <see cref="Assembly.LoadFile(string)"/>, which gives every path one
/// assembly of its own. So the statics below exist once for each folder the module is imported from: a second import
/// meets the same context, and another version of the module in the same process meets another.
/// </remarks>
internal sealed class ModuleLoadContext : AssemblyLoadContext
{
    private static readonly string Folder = Path.GetDirectoryName(typeof(ModuleLoadContext).Assembly.Location)!;

    private ModuleLoadContext()
        : base($"SiliconFlow.Video ({Folder})")
    {
    }

    /// <summary>The one of this folder.</summary>
    internal static ModuleLoadContext Instance { get; } = new();

    /// <summary>Loads the module's assembly, or returns it when it is loaded already.</summary>
    internal Assembly LoadModule() => LoadFromAssemblyPath(PathOf("SiliconFlow.Video"));

    /// <summary>Takes what lies in the module's folder; PowerShell and .NET itself come from the default context.</summary>
    /// <param name="assemblyName">The assembly asked for.</param>
    /// <returns>The module's own copy, or <see langword="null"/> where it has none.</returns>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        ArgumentNullException.ThrowIfNull(assemblyName);
        string path = PathOf(assemblyName.Name!);
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }

    private static string PathOf(string simpleName) => Path.Combine(Folder, simpleName + ".dll");
}
