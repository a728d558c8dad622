using SiliconFlow.HelpBuilder.Text;

namespace SiliconFlow.HelpBuilder.Pages;

/// <summary>The page of an about topic, read: its short description, and its other sections.</summary>
internal sealed record AboutPage(string Name, string ShortDescription, IReadOnlyList<AboutSection> Sections);
