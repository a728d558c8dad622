namespace SiliconFlow.HelpBuilder.Text;

/// <summary>A line of text before it is wrapped.</summary>
/// <param name="Text">The text.</param>
/// <param name="Indent">How far it is set in.</param>
/// <param name="Mark">What stands before it, such as the hyphen of a list; further lines are set in by its width.</param>
/// <param name="IsVerbatim">Whether it must not be wrapped, such as code.</param>
internal sealed record TextLine(string Text, int Indent = 0, string Mark = "", bool IsVerbatim = false)
{
    public override string ToString() => Text.Length == 0 ? "" : new string(' ', Indent) + Mark + Text;
}
