using System.Collections;
using System.Management.Automation;

namespace SiliconFlow.Video.Commands;

/// <summary>Offers journals (*.jsonl) and the folders that may hold some. Where there are none, PowerShell offers all files by itself.</summary>
/// <remarks>Its own file names would be escaped for wildcards, and the paths of journals are taken literally.</remarks>
internal sealed class JournalPathCompleter : ValueCompleter
{
    private protected override IEnumerable<CompletionResult> Complete(CompletionWord word, IDictionary bound)
    {
        var start = word.Text.LastIndexOfAny(['/', '\\', ':']) + 1;
        string folder = word.Text.Substring(0, start), part = word.Text.Substring(start);
        var entries = new DirectoryInfo(FileSystemPath.Resolve(Session, start == 0 ? "." : folder, Messages.TheJournal)).EnumerateFileSystemInfos()
            .Where(entry => entry.Name.StartsWith(part, StringComparison.OrdinalIgnoreCase))
            .Where(entry => entry is DirectoryInfo || entry.Name.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase))
            .Where(entry => (part.Length > 0 && part[0] == '.') || (entry.Attributes & FileAttributes.Hidden) == 0);
        return from entry in entries
               orderby entry is DirectoryInfo, entry.Name
               select new CompletionResult(
                   word.Quote(folder + entry.Name),
                   entry.Name,
                   entry is DirectoryInfo ? CompletionResultType.ProviderContainer : CompletionResultType.ProviderItem,
                   entry.FullName);
    }
}
