namespace SiliconFlow.Video.Service;

/// <summary>A call that failed and is about to be made again.</summary>
/// <param name="Operation">What is being done.</param>
/// <param name="Attempt">The retry's number, from 1.</param>
/// <param name="MaxAttempts">How many retries there are at most; null where time limits them.</param>
/// <param name="Delay">The wait before it.</param>
/// <param name="Cause">The failure.</param>
internal sealed record RetryReport(string Operation, int Attempt, int? MaxAttempts, TimeSpan Delay, SFVideoException Cause);
