namespace SiliconFlow.Video.CrashCampaign;

/// <summary>One line of a journal.</summary>
/// <param name="Event">What it tells.</param>
/// <param name="Submit">Which submit of which row it is about; without meaning where it is about a job.</param>
/// <param name="Name">The row's name; in intents only.</param>
/// <param name="RequestId">The job's id.</param>
/// <param name="Path">The full path of the file.</param>
internal sealed record JournalLine(string Event, string Submit, string Name, string RequestId, string Path);
