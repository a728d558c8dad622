using System.Collections;
using System.Management.Automation;
using SiliconFlow.Video.Saving;

namespace SiliconFlow.Video.Commands;

/// <summary>Offers the tokens of a file name, behind what is there already.</summary>
internal sealed class FileNameCompleter : ValueCompleter
{
    private protected override IEnumerable<CompletionResult> Complete(CompletionWord word, IDictionary bound)
    {
        var open = word.Text.LastIndexOf('{');
        var begun = open > word.Text.LastIndexOf('}');
        var before = begun ? word.Text.Substring(0, open) : word.Text;
        var part = begun ? word.Text.Substring(open) : "{";
        return from name in FileNameTemplate.TokenNames
               where TokenOf(name).StartsWith(part, StringComparison.OrdinalIgnoreCase) && before.IndexOf(TokenOf(name), StringComparison.OrdinalIgnoreCase) < 0
               select Value(word, before + TokenOf(name), TokenOf(name), TipOf(name).ToString());
    }

    private static string TokenOf(string name) => "{" + name + "}";

    private static LocalText TipOf(string name) => name switch
    {
        "Name" => Messages.NameTokenTip,
        "RequestId" => Messages.RequestIdTokenTip,
        "Seed" => Messages.SeedTokenTip,
        "Model" => Messages.ModelTokenTip,
        "Index" => Messages.IndexTokenTip,
        _ => LocalText.AsIs(name),
    };
}
