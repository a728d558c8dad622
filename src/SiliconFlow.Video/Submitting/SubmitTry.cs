namespace SiliconFlow.Video.Submitting;

/// <summary>One sending of a submit.</summary>
/// <param name="Number">Its number among all of the run, from 1.</param>
/// <param name="InFlight">How many were in flight with it when it began.</param>
internal readonly record struct SubmitTry(long Number, int InFlight);
