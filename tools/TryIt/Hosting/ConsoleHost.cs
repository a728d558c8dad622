using System.Globalization;
using System.Management.Automation.Host;

namespace SiliconFlow.TryIt.Hosting;

/// <summary>What the PowerShell engine needs of the program it runs in.</summary>
internal sealed class ConsoleHost : PSHost
{
    private readonly ConsoleScreen _screen = new();

    /// <summary>What the script exits with, where it said so.</summary>
    public int? ExitCode { get; private set; }

    /// <summary>Whether the script showed an error.</summary>
    public bool ShowedErrors => _screen.ShowedErrors;

    public override CultureInfo CurrentCulture => CultureInfo.CurrentCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.CurrentUICulture;

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override string Name => "TryIt";

    public override PSHostUserInterface UI => _screen;

    public override Version Version { get; } = typeof(ConsoleHost).Assembly.GetName().Version!;

    /// <summary>Takes away what progress is still shown.</summary>
    public void EndProgress() => _screen.EndProgress();

    public override void SetShouldExit(int exitCode) => ExitCode = exitCode;

    public override void EnterNestedPrompt() => throw new NotSupportedException("There is no nested prompt here.");

    public override void ExitNestedPrompt() => throw new NotSupportedException("There is no nested prompt here.");

    public override void NotifyBeginApplication()
    {
    }

    public override void NotifyEndApplication()
    {
    }
}
