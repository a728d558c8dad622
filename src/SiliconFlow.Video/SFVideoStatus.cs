namespace SiliconFlow.Video;

/// <summary>How far a generation job has come.</summary>
public enum SFVideoStatus
{
    /// <summary>The status is one that this version does not know, or none was asked for yet. Such a job counts as pending.</summary>
    Unknown = 0,

    /// <summary>The service took the job and gave it an id; its status has not been asked for since.</summary>
    Submitted,

    /// <summary>The job waits for its turn (<c>InQueue</c>).</summary>
    InQueue,

    /// <summary>The video is being generated (<c>InProgress</c>).</summary>
    InProgress,

    /// <summary>The video is ready and has a link (<c>Succeed</c>).</summary>
    Succeeded,

    /// <summary>The service gave the job up (<c>Failed</c>). <see cref="SFVideo.Reason"/> says why, where the service did.</summary>
    Failed,

    /// <summary>The video is in a file of this machine. Told by journals only.</summary>
    Saved,

    /// <summary>The submit was refused and not charged: there is no job. Told by journals only.</summary>
    Rejected,

    /// <summary>A submit was sent, or about to be, and nobody can know whether the service took it. Told by journals only.</summary>
    OutcomeUnknown,
}
