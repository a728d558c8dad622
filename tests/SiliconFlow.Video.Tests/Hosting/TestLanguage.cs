using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace SiliconFlow.Video.Tests.Hosting;

/// <summary>Tests read English, whatever the language of the machine.</summary>
internal static class TestLanguage
{
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "The tests are the program here, though not its entry point.")]
    internal static void Choose()
    {
        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
    }
}
