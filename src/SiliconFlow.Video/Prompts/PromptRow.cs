namespace SiliconFlow.Video.Prompts;

/// <summary>What stands at one place of a row.</summary>
/// <param name="Text">The text, or the digits of a number.</param>
/// <param name="Offset">Where it begins in the file's text, in bytes.</param>
/// <param name="Header">The column or property, as the file spells it.</param>
/// <param name="IsNumber">Whether JSON has it as a number.</param>
internal readonly record struct PromptCell(string Text, int Offset, string Header, bool IsNumber = false);

/// <summary>One row of a file as it is written there.</summary>
/// <param name="Offset">Where it begins in the file's text, in bytes.</param>
internal sealed record PromptRow(int Offset)
{
    private readonly PromptCell?[] _cells = new PromptCell?[PromptColumns.Count];

    /// <summary>What is wrong with the row's form.</summary>
    internal List<(LocalText Text, int Offset, string? Header)> Faults { get; } = [];

    /// <summary>A cell; null where there is none.</summary>
    internal PromptCell? this[PromptField field]
    {
        get => _cells[(int)field];
        set => _cells[(int)field] = value;
    }
}
