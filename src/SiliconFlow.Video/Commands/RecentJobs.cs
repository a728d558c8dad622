using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace SiliconFlow.Video.Commands;

/// <summary>The last jobs that the cmdlets of a runspace wrote, for the Tab key. Used by the pipeline's thread alone.</summary>
internal sealed class RecentJobs
{
    /// <summary>More than anybody tabs through, few enough to hold.</summary>
    internal const int MaxCount = 64;

    private static readonly ConditionalWeakTable<Runspace, RecentJobs> Sessions = new();

    private readonly SFVideo?[] _ring = new SFVideo?[MaxCount];
    private int _next;

    /// <summary>The jobs of the runspace that runs the caller.</summary>
    internal static RecentJobs Current => Sessions.GetOrCreateValue(Runspace.DefaultRunspace);

    /// <summary>Remembers what was written, if it is a job or a file of one. Called for every row, so it sorts nothing out.</summary>
    internal void Add(object written)
    {
        if ((written as SFVideo ?? (written as SFVideoFile)?.Video) is { } job)
        {
            _ring[_next] = job;
            _next = (_next + 1) % MaxCount;
        }
    }

    /// <summary>Each job as it was written last.</summary>
    internal IEnumerable<SFVideo> NewestFirst()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { "" };
        for (var i = 1; i <= MaxCount; i++)
        {
            if (_ring[(_next - i + MaxCount) % MaxCount] is { } job && seen.Add(job.RequestId))
            {
                yield return job;
            }
        }
    }
}
