using System.Collections;
using System.Management.Automation;
using SiliconFlow.Video.Service;

namespace SiliconFlow.Video.Commands;

/// <summary>Offers the jobs that the session saw last, the newest first.</summary>
internal sealed class RequestIdCompleter : ValueCompleter
{
    private protected override IEnumerable<CompletionResult> Complete(CompletionWord word, IDictionary bound) =>
        from job in RecentJobs.Current.NewestFirst()
        where job.RequestId.StartsWith(word.Text, StringComparison.OrdinalIgnoreCase)
        select Value(word, job.RequestId, job.RequestId, TipOf(job));

    private static string TipOf(SFVideo job) =>
        ServiceAnswer.OneLine(string.Join(" | ", new[] { job.Name, job.Status.ToString(), job.Prompt }.Where(text => !string.IsNullOrWhiteSpace(text))));
}
