using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Internal;
using System.Security;

namespace SiliconFlow.TryIt.Hosting;

/// <summary>Shows the streams of a script at the console: errors on standard error, all else on standard output.</summary>
internal sealed class ConsoleScreen : PSHostUserInterface
{
    private readonly Lock _lock = new();
    private readonly ProgressLine _progress = new(Console.Out, live: !Console.IsOutputRedirected);

    public override PSHostRawUserInterface RawUI { get; } = new ConsoleSize();

    /// <summary>Whether an error was shown.</summary>
    public bool ShowedErrors { get; private set; }

    /// <summary>Colours only where somebody sees them.</summary>
    public override bool SupportsVirtualTerminal => !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("NO_COLOR") is null;

    public override void Write(string value) => Show(Console.Out, value);

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) => Show(Console.Out, value, foregroundColor);

    public override void WriteLine(string value) => Write(value + Environment.NewLine);

    public override void WriteErrorLine(string value)
    {
        ShowedErrors = true;

        // The engine's own error view is coloured already.
        Show(Console.Error, value + Environment.NewLine, value.Contains('\e') ? null : ConsoleColor.Red);
    }

    public override void WriteWarningLine(string message) => ShowLabelled("WARNING", message);

    public override void WriteVerboseLine(string message) => ShowLabelled("VERBOSE", message);

    public override void WriteDebugLine(string message) => ShowLabelled("DEBUG", message);

    public override void WriteProgress(long sourceId, ProgressRecord record)
    {
        lock (_lock)
        {
            _progress.Update(record);
        }
    }

    /// <summary>Takes away what progress is still shown.</summary>
    public void EndProgress()
    {
        lock (_lock)
        {
            _progress.End();
        }
    }

    public override string ReadLine() => Questions.ReadLine();

    public override SecureString ReadLineAsSecureString() => Questions.ReadSecret();

    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions)
    {
        EndProgress();
        return Questions.AskFields(caption, message, descriptions);
    }

    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        EndProgress();
        return Questions.AskChoice(caption, message, choices, defaultChoice);
    }

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName)
    {
        EndProgress();
        return Questions.AskCredential(caption, message, userName);
    }

    public override PSCredential PromptForCredential(
        string caption,
        string message,
        string userName,
        string targetName,
        PSCredentialTypes allowedCredentialTypes,
        PSCredentialUIOptions options)
        => PromptForCredential(caption, message, userName, targetName);

    private void ShowLabelled(string label, string message) => Show(Console.Out, $"{label}: {message}{Environment.NewLine}", ConsoleColor.Yellow);

    private void Show(TextWriter to, string text, ConsoleColor? colour = null)
    {
        lock (_lock)
        {
            _progress.Hide();
            if (!SupportsVirtualTerminal)
            {
                to.Write(new StringDecorated(text).ToString(OutputRendering.PlainText));
            }
            else if (colour is { } name)
            {
                Console.ForegroundColor = name;
                to.Write(text);
                Console.ResetColor();
            }
            else
            {
                to.Write(text);
            }
        }
    }
}
