using System.Collections.ObjectModel;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Internal;
using System.Security;
using System.Text;

namespace SiliconFlow.Video.Tests.Hosting;

/// <summary>A screen of a given width that keeps what is written on it. Nobody sits before it, so a question without a prepared answer is an error.</summary>
/// <param name="width">The width in characters.</param>
/// <param name="answers">The answers to questions of choice, in order: of a confirmation 0 is yes, 1 yes to all, 2 no, 3 no to all.</param>
internal sealed class TextHost(int width, params int[] answers) : PSHost
{
    private readonly TextScreen _screen = new(width, new Queue<int>(answers));

    /// <summary>Whether the screen is a terminal that shows colours; it keeps their codes then.</summary>
    public bool IsTerminal { init => _screen.IsTerminal = value; }

    /// <summary>The lines on the screen, without the blanks at their ends.</summary>
    public IEnumerable<string> Lines => _screen.Text.ToString().Split('\n').Select(line => line.TrimEnd());

    /// <summary>Ends when a warning is on the screen.</summary>
    public Task Warned => _screen.Warned.Task;

    public override CultureInfo CurrentCulture => CultureInfo.InvariantCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.InvariantCulture;

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override string Name => nameof(TextHost);

    public override PSHostUserInterface UI => _screen;

    public override Version Version => new(1, 0);

    public override void EnterNestedPrompt() => throw new NotSupportedException();

    public override void ExitNestedPrompt() => throw new NotSupportedException();

    public override void NotifyBeginApplication()
    {
    }

    public override void NotifyEndApplication()
    {
    }

    public override void SetShouldExit(int exitCode)
    {
    }

    private sealed class TextScreen(int width, Queue<int> answers) : PSHostUserInterface
    {
        public StringBuilder Text { get; } = new();

        public bool IsTerminal { get; set; }

        public override bool SupportsVirtualTerminal => IsTerminal;

        public TaskCompletionSource Warned { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override PSHostRawUserInterface RawUI { get; } = new Size(width);

        public override void Write(string value) => Text.Append(Shown(value));

        public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) => Write(value);

        public override void WriteLine(string value) => Text.Append(Shown(value)).Append('\n');

        public override void WriteDebugLine(string message) => WriteLine(message);

        public override void WriteErrorLine(string value) => WriteLine(value);

        public override void WriteVerboseLine(string message) => WriteLine(message);

        public override void WriteWarningLine(string message)
        {
            WriteLine(message);
            Warned.TrySetResult();
        }

        public override void WriteProgress(long sourceId, ProgressRecord record)
        {
        }

        public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions)
            => throw new NotSupportedException();

        public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
        {
            if (!answers.TryDequeue(out int answer))
            {
                throw new NotSupportedException();
            }

            WriteLine(message);
            return answer;
        }

        public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName)
            => throw new NotSupportedException();

        public override PSCredential PromptForCredential(
            string caption,
            string message,
            string userName,
            string targetName,
            PSCredentialTypes allowedCredentialTypes,
            PSCredentialUIOptions options)
            => throw new NotSupportedException();

        public override string ReadLine() => throw new NotSupportedException();

        public override SecureString ReadLineAsSecureString() => throw new NotSupportedException();

        private string Shown(string value) => IsTerminal ? value : new StringDecorated(value).ToString(OutputRendering.PlainText);
    }

    private sealed class Size(int width) : PSHostRawUserInterface
    {
        public override ConsoleColor BackgroundColor { get; set; }

        public override System.Management.Automation.Host.Size BufferSize { get; set; } = new(width, 1000);

        public override Coordinates CursorPosition { get; set; }

        public override int CursorSize { get; set; }

        public override ConsoleColor ForegroundColor { get; set; }

        public override bool KeyAvailable => false;

        public override System.Management.Automation.Host.Size MaxPhysicalWindowSize => WindowSize;

        public override System.Management.Automation.Host.Size MaxWindowSize => WindowSize;

        public override Coordinates WindowPosition { get; set; }

        public override System.Management.Automation.Host.Size WindowSize { get; set; } = new(width, 50);

        public override string WindowTitle { get; set; } = "";

        /// <summary>As terminals do: letters of East Asia take two cells.</summary>
        public override int LengthInBufferCells(char source) => source is >= '\u2e80' and <= '\uffdf' ? 2 : 1;

        public override int LengthInBufferCells(string source) => LengthInBufferCells(source, 0);

        public override int LengthInBufferCells(string source, int offset) => source[offset..].Sum(LengthInBufferCells);

        public override void FlushInputBuffer()
        {
        }

        public override BufferCell[,] GetBufferContents(Rectangle rectangle) => throw new NotSupportedException();

        public override KeyInfo ReadKey(ReadKeyOptions options) => throw new NotSupportedException();

        public override void ScrollBufferContents(Rectangle source, Coordinates destination, Rectangle clip, BufferCell fill)
            => throw new NotSupportedException();

        public override void SetBufferContents(Rectangle rectangle, BufferCell fill) => throw new NotSupportedException();

        public override void SetBufferContents(Coordinates origin, BufferCell[,] contents) => throw new NotSupportedException();
    }
}
