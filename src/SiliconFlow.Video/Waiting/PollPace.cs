namespace SiliconFlow.Video.Waiting;

/// <summary>How much calls are worth against waiting.</summary>
/// <param name="Gap">The time between two questions about a job that may end at any moment, in seconds.</param>
/// <param name="Early">Where these close questions begin: at the run that is so many standard deviations from the middle one.</param>
internal sealed record PollPace(double Gap, double Early)
{
    /// <summary>Nineteen jobs in twenty are seen within five seconds of their end. Three in a hundred end before anybody asks closely: there, questions are worth the least.</summary>
    internal static PollPace Usual { get; } = new(5, -1.88);

    /// <summary>For a caller who said how many calls there may be: they are there to be used, so the budget alone keeps questions apart, and none is left out for a run is likely to go on.</summary>
    internal static PollPace Eager { get; } = new(0.1, -4);
}
