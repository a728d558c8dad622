namespace SiliconFlow.HelpBuilder.Text;

/// <summary>A paragraph, a list, a table or code, as lines of plain text. Blocks stand apart by an empty line.</summary>
internal sealed record TextBlock(IReadOnlyList<TextLine> Lines)
{
    public override string ToString() => string.Join('\n', Lines);
}
