using System.Collections;
using System.Management.Automation;
using SiliconFlow.Video.Prompts;

namespace SiliconFlow.Video.Commands;

/// <summary>Offers the names of encodings.</summary>
internal sealed class EncodingCompleter : ValueCompleter
{
    private protected override IEnumerable<CompletionResult> Complete(CompletionWord word, IDictionary bound) =>
        from name in PromptEncodings.Names
        where name.StartsWith(word.Text, StringComparison.OrdinalIgnoreCase)
        select Value(word, name, name, name);
}
