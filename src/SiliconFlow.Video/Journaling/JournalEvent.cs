using System.Text.Json.Serialization;

namespace SiliconFlow.Video.Journaling;

/// <summary>What a line of a journal tells.</summary>
[JsonConverter(typeof(JournalEventConverter))]
internal enum JournalEvent
{
    /// <summary>A submit is about to be sent. On disk before the first byte leaves.</summary>
    Intent,

    /// <summary>The submit was surely not taken, and was not charged.</summary>
    Rejected,

    /// <summary>Nobody can know whether the submit was taken.</summary>
    Unknown,

    /// <summary>The service took the submit and gave it an id. On disk before the job leaves New-SFVideo.</summary>
    Submitted,

    /// <summary>The service gave the job up.</summary>
    Failed,

    /// <summary>The video is ready.</summary>
    Succeeded,

    /// <summary>The whole video is on disk and about to get its name. On disk before it does.</summary>
    Saving,

    /// <summary>The video has its name.</summary>
    Saved,
}
