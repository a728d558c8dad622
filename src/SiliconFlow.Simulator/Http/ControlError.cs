namespace SiliconFlow.Simulator;

/// <summary>Why a <c>/sim</c> call was refused.</summary>
/// <param name="Error">The reason in words.</param>
internal sealed record ControlError(string Error);
