#if NETFRAMEWORK
using System.Management.Automation;
using System.Reflection;

namespace SiliconFlow.Video.Commands;

/// <summary>Gives the module's libraries to one another on Windows PowerShell; nobody calls it but the engine.</summary>
/// <remarks>
/// The libraries were compiled against versions of each other that differ from those that lie here (System.Text.Json asks
/// for an older System.Memory, for one). An application redirects such requests in its configuration file, but that file
/// is powershell.exe's own. Left alone are all requests of other modules, and those that the domain can answer itself.
/// </remarks>
public sealed class ModuleAssemblyResolver : IModuleAssemblyInitializer, IModuleAssemblyCleanup
{
    private static readonly object Gate = new();
    private static readonly Dictionary<string, AssemblyName> Ours = ReadFolder();
    private static int _imports;

    /// <summary>Begins to answer with the first runspace that imports the module.</summary>
    public void OnImport()
    {
        lock (Gate)
        {
            if (_imports++ == 0)
            {
                AppDomain.CurrentDomain.AssemblyResolve += Resolve;
            }
        }
    }

    /// <summary>Ends with the last runspace that removes it.</summary>
    /// <param name="psModuleInfo">The module being removed.</param>
    public void OnRemove(PSModuleInfo psModuleInfo)
    {
        lock (Gate)
        {
            if (_imports > 0 && --_imports == 0)
            {
                AppDomain.CurrentDomain.AssemblyResolve -= Resolve;
            }
        }
    }

    private static Assembly? Resolve(object sender, ResolveEventArgs args)
    {
        var asked = new AssemblyName(args.Name);
        return IsOurs(args.RequestingAssembly) && Ours.TryGetValue(asked.Name, out AssemblyName? own) && own.Version >= asked.Version
            ? Assembly.LoadFrom(new Uri(own.CodeBase).LocalPath)
            : null;
    }

    // By identity, not by location: where another module loaded the very same library first, the domain gives us that one.
    private static bool IsOurs(Assembly? requesting)
        => requesting is not null && Ours.TryGetValue(requesting.GetName().Name, out AssemblyName? own) && own.FullName == requesting.FullName;

    private static Dictionary<string, AssemblyName> ReadFolder()
        => Directory.EnumerateFiles(Path.GetDirectoryName(typeof(ModuleAssemblyResolver).Assembly.Location)!, "*.dll")
            .Select(AssemblyName.GetAssemblyName)
            .ToDictionary(name => name.Name, StringComparer.OrdinalIgnoreCase);
}
#endif
