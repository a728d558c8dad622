using SiliconFlow.HelpBuilder.Text;

namespace SiliconFlow.HelpBuilder.Pages;

/// <summary>A type that a cmdlet takes from the pipeline or writes.</summary>
internal sealed record PipelineType(string Name, IReadOnlyList<TextBlock> Description);
