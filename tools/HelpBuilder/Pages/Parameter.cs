using SiliconFlow.HelpBuilder.Text;

namespace SiliconFlow.HelpBuilder.Pages;

/// <summary>A parameter of a cmdlet: what it is for, and how it binds.</summary>
internal sealed record Parameter(string Name, IReadOnlyList<TextBlock> Description, ParameterFacts Facts)
{
    /// <summary>How it binds in a parameter set; null where it is not in the set.</summary>
    public ParameterSetFacts? In(string parameterSet) =>
        Facts.ParameterSets.FirstOrDefault(set => set.Name == parameterSet) ?? Facts.ParameterSets.FirstOrDefault(set => set.Name == ParameterSetFacts.All);
}
