namespace SiliconFlow.Video.Tests;

/// <summary>A test asks for what cannot be had where the simulator runs in a process of its own; the test counts as skipped, for this reason.</summary>
/// <param name="reason">What cannot be had.</param>
internal sealed class OutOfReachException(string reason) : Exception(reason);
