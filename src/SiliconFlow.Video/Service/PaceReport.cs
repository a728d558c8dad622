namespace SiliconFlow.Video.Service;

/// <summary>The pace of the submits has changed.</summary>
/// <param name="Slowed">False where it is as quick as was asked for again.</param>
/// <param name="AtOnce">How many may be in flight.</param>
/// <param name="Spacing">The least time between two; zero for none.</param>
internal sealed record PaceReport(bool Slowed, int AtOnce, TimeSpan Spacing);
