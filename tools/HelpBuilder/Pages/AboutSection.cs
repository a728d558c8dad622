using SiliconFlow.HelpBuilder.Text;

namespace SiliconFlow.HelpBuilder.Pages;

/// <summary>A part of an about topic.</summary>
internal sealed record AboutSection(string Title, int Level, IReadOnlyList<TextBlock> Text);
