namespace SiliconFlow.Video.Waiting;

/// <summary>What the poll plan knows of one waiting job. All times are in seconds on the plan's own clock.</summary>
internal class PollJob
{
    /// <param name="model">The model, whose jobs take alike; null where it is not known.</param>
    /// <param name="submittedAt">When the job was submitted; null where that is not known.</param>
    /// <param name="isFresh">True for a job that nobody asked about since its submit.</param>
    /// <param name="deadline">When its last question is due.</param>
    internal PollJob(string? model, double? submittedAt, bool isFresh, double deadline)
    {
        Model = model ?? "";
        SubmittedAt = submittedAt;
        IsFresh = isFresh && submittedAt is not null;
        Deadline = deadline;
    }

    internal string Model { get; }

    internal double? SubmittedAt { get; }

    internal bool IsFresh { get; }

    internal double Deadline { get; }

    /// <summary>Jobs of one model in the order of their submits.</summary>
    internal (double At, long Number) Order { get; set; }

    /// <summary>What the last answer said.</summary>
    internal SFVideoStatus Seen { get; set; } = SFVideoStatus.Submitted;

    /// <summary>When the last answer came.</summary>
    internal double? SeenAt { get; set; }

    /// <summary>The run cannot have begun before: it was seen in the queue then.</summary>
    internal double? NotBefore { get; set; }

    /// <summary>The run had begun by then: it was seen running.</summary>
    internal double? StartedBy { get; set; }

    /// <summary>How many questions in a row got no usable answer.</summary>
    internal int Failures { get; set; }

    /// <summary>True for one of the jobs that are watched closely while nothing is known of the model.</summary>
    internal bool IsScout { get; set; }

    /// <summary>True where it was seen in the queue behind a later job that had begun.</summary>
    internal bool WasOvertaken { get; set; }

    /// <summary>True while others are asked in its place.</summary>
    internal bool IsDormant { get; set; }

    /// <summary>Where it stands among the jobs of its model.</summary>
    internal int Index { get; set; }

    /// <summary>When the next question is due.</summary>
    internal double Due { get; set; }

    /// <summary>How much the question is worth once it is due.</summary>
    internal double Worth { get; set; }

    /// <summary>Where it lies in its heap.</summary>
    internal int Place { get; set; } = -1;
}
