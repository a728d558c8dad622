namespace SiliconFlow.HelpBuilder.Pages;

/// <summary>How a parameter binds in a parameter set, by PlatyPS's names.</summary>
internal sealed record ParameterSetFacts
{
    /// <summary>The name that stands for all parameter sets.</summary>
    public const string All = "(All)";

    public string Name { get; init; } = "";

    /// <summary>A number from 0, or "Named".</summary>
    public string Position { get; init; } = "";

    public bool IsRequired { get; init; }

    public bool ValueFromPipeline { get; init; }

    public bool ValueFromPipelineByPropertyName { get; init; }

    public bool ValueFromRemainingArguments { get; init; }
}
