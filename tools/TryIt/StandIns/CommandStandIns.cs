using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace SiliconFlow.TryIt.StandIns;

/// <summary>The few commands that the example scripts use and that the bare engine lacks: an installed PowerShell has them in modules of its own.</summary>
internal static class CommandStandIns
{
    /// <summary>The script that adds them; it takes the assembly that the binary ones are in.</summary>
    public static string Script { get; } = ReadScript();

    /// <summary>Adds those that the session does not have.</summary>
    public static void AddMissing(Runspace runspace)
    {
        using var shell = PowerShell.Create(runspace);
        shell.AddScript(Script).AddParameter("assembly", typeof(CommandStandIns).Assembly).Invoke();
        foreach (var error in shell.Streams.Error)
        {
            throw new InvalidOperationException($"The stand-ins cannot be added: {error}", error.Exception);
        }
    }

    private static string ReadScript()
    {
        using var reader = new StreamReader(typeof(CommandStandIns).Assembly.GetManifestResourceStream("StandIns.ps1")!);
        return reader.ReadToEnd();
    }
}
