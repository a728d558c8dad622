namespace SiliconFlow.Video.Prompts;

/// <summary>What a file holds: its rows, and the columns or properties that occur in it.</summary>
internal sealed class PromptTable
{
    private readonly Dictionary<string, PromptField?> _fields = new(StringComparer.Ordinal);

    /// <summary>The rows that are not blank.</summary>
    internal List<PromptRow> Rows { get; } = [];

    /// <summary>The headers, in the order in which they occur.</summary>
    internal List<string> Headers { get; } = [];

    /// <summary>Those of them that are not known.</summary>
    internal List<string> Unknown { get; } = [];

    /// <summary>Takes note of a header.</summary>
    /// <returns>The field that goes by it; null where none does.</returns>
    internal PromptField? Add(string header)
    {
        if (_fields.TryGetValue(header, out var known))
        {
            return known;
        }

        var field = PromptColumns.Find(header);
        _fields.Add(header, field);
        var clean = PromptColumns.Clean(header);
        if (clean.Length > 0)
        {
            Headers.Add(clean);
        }

        if (clean.Length > 0 && field is null)
        {
            Unknown.Add(clean);
        }

        return field;
    }

    /// <summary>Whether a field has a column or a property.</summary>
    internal bool Has(PromptField field) => _fields.ContainsValue(field);
}
