namespace SiliconFlow.HelpBuilder.Pages;

/// <summary>The YAML block of a parameter, by PlatyPS's names.</summary>
internal sealed record ParameterFacts
{
    public string Type { get; init; } = "";

    public string DefaultValue { get; init; } = "";

    public bool SupportsWildcards { get; init; }

    public List<string> Aliases { get; init; } = [];

    public List<ParameterSetFacts> ParameterSets { get; init; } = [];

    public bool DontShow { get; init; }

    public List<string> AcceptedValues { get; init; } = [];

    public string HelpMessage { get; init; } = "";

    public bool IsSwitch => Type == "System.Management.Automation.SwitchParameter";
}
