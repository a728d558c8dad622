namespace SiliconFlow.Video.Submitting;

/// <summary>What is done about a row of a batch that has a journal.</summary>
internal enum RowAction
{
    /// <summary>It is submitted: it was never, or was refused without charge, or the user wants it again.</summary>
    Submit,

    /// <summary>It goes on from where it stands: the job is there.</summary>
    Resume,

    /// <summary>It is left alone: a submit of it may have been taken and charged.</summary>
    LeaveUnknown,
}
