using System.Text.Json.Serialization;

namespace SiliconFlow.Simulator;

/// <summary>The states of a job, spelled as the service spells them.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<JobState>))]
public enum JobState
{
    /// <summary>Waiting for its turn.</summary>
    InQueue,

    /// <summary>Being made.</summary>
    InProgress,

    /// <summary>The video is there.</summary>
    Succeed,

    /// <summary>There will be no video.</summary>
    Failed,
}
