using SiliconFlow.TryIt.StandIns;

namespace SiliconFlow.Video.Tests.Hosting;

/// <summary>The commands of PowerShell's own modules that examples and documents use.</summary>
internal static class StandIns
{
    /// <summary>Adds them to a session, and makes waits short.</summary>
    public static void AddTo(ModuleRunspace session) => session.Run(
        "& ([scriptblock]::Create($standIns)) $assembly; $PSDefaultParameterValues = @{ 'Wait-SFVideo:PollIntervalSec' = 0.1 }",
        variables: new Dictionary<string, object?> { ["standIns"] = CommandStandIns.Script, ["assembly"] = typeof(CommandStandIns).Assembly }).ThrowOnError();
}
