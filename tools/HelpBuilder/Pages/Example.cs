using SiliconFlow.HelpBuilder.Text;

namespace SiliconFlow.HelpBuilder.Pages;

/// <summary>An example: what it shows, its code, and perhaps what that writes.</summary>
internal sealed record Example(string Title, string Code, string Output, IReadOnlyList<TextBlock> Remarks);
