using System.Management.Automation.Language;

namespace SiliconFlow.Video.Commands;

/// <summary>The word that is being completed, and how it was quoted. PowerShell has undone all other quoting by then.</summary>
internal readonly struct CompletionWord
{
    private readonly char? _quote;

    internal CompletionWord(string? word)
    {
        Text = word ?? "";
        if (Text.Length > 0 && Text[0] is '\'' or '"')
        {
            _quote = Text[0];
            var end = Text.Length > 1 && Text[Text.Length - 1] == _quote ? Text.Length - 1 : Text.Length;
            Text = Text.Substring(1, end - 1);
        }
    }

    /// <summary>The word without its quotes.</summary>
    internal string Text { get; }

    /// <summary>A value as it has to stand in the line: bare where it can be and was, else in the quotes that were begun where they fit.</summary>
    internal string Quote(string value) =>
        _quote is null && IsBare(value) ? value
        : _quote == '"' && !value.Any(IsExpanded) ? $"\"{value}\""
        : $"'{CodeGeneration.EscapeSingleQuotedStringContent(value)}'";

    private static bool IsBare(string value) => value.Length > 0 && value[0] != '-' && value.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.' or '/' or '\\' or ':' or '~');

    /// <summary>Whether it means something between double quotes.</summary>
    private static bool IsExpanded(char c) => c is '$' or '`' or '"' or '\u201c' or '\u201d' or '\u201e';
}
