using System.Reflection;

namespace SiliconFlow.Video.Loader;

/// <summary>What the module's script makes and asks. An object of a class, since the engine takes calls of static members by a variable for suspicious and logs such scripts.</summary>
public sealed class ModuleLoader
{
    private readonly ModuleLoadContext _context = ModuleLoadContext.Instance;

    /// <summary>Loads the module's assembly, or returns it when it is loaded already. Any number of threads may ask.</summary>
    /// <returns>The assembly that holds the cmdlets.</returns>
    public Assembly Load() => _context.LoadModule();
}
