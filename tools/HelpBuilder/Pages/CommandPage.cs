using SiliconFlow.HelpBuilder.Text;

namespace SiliconFlow.HelpBuilder.Pages;

/// <summary>The page of a cmdlet, read.</summary>
internal sealed record CommandPage
{
    public required string Name { get; init; }

    /// <summary>The name of the file that the engine looks for the cmdlet's help in.</summary>
    public required string HelpFile { get; init; }

    /// <summary>The page's address in the web; empty where there is none.</summary>
    public required string HelpUri { get; init; }

    public required string Synopsis { get; init; }

    /// <summary>The ways to call the cmdlet: of each the name of its parameter set, and its parameters in order.</summary>
    public required IReadOnlyList<(string ParameterSet, IReadOnlyList<string> Parameters)> Syntax { get; init; }

    public required IReadOnlyList<TextBlock> Description { get; init; }

    public required IReadOnlyList<Example> Examples { get; init; }

    public required IReadOnlyList<Parameter> Parameters { get; init; }

    public required IReadOnlyList<PipelineType> Inputs { get; init; }

    public required IReadOnlyList<PipelineType> Outputs { get; init; }

    public required IReadOnlyList<TextBlock> Notes { get; init; }

    public required IReadOnlyList<(string Text, string Uri)> Links { get; init; }
}
