namespace SiliconFlow.Video.CrashCampaign;

/// <summary>What a run of the batch ends with for one row.</summary>
/// <param name="Result"><see cref="Saved"/>, or the id of the error.</param>
/// <param name="Name">The row's name.</param>
/// <param name="RequestId">The job's id; empty where the row has no job.</param>
/// <param name="Path">The full path of the file; empty where there is none.</param>
internal sealed record Outcome(string Result, string Name, string RequestId, string Path)
{
    public const string Saved = "Saved";

    /// <summary>Whether nobody knows if the row was paid for. The run that met the trouble may have more to say of it than later ones.</summary>
    public bool IsUnknown => Result is "SubmitOutcomeUnknown" or "UnexpectedResponse";

    /// <summary>Reads a line of batch.ps1's output; null where it tells of something else.</summary>
    public static Outcome? Read(string line) => line.Split('\t') is [var result, var name, var id, var path] ? new Outcome(result, name, id, path) : null;
}
