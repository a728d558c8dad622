namespace SiliconFlow.Video.Waiting;

/// <summary>How a wait ended.</summary>
/// <param name="Video">The job as it was last seen.</param>
/// <param name="Error">Why there is no video; null where there is one.</param>
internal sealed record WaitResult(SFVideo Video, SFVideoException? Error);
