using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace SiliconFlow.Video.Commands;

/// <summary>The base of what the Tab key offers for values. Loaded by the first Tab.</summary>
internal abstract class ValueCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        try
        {
            return [.. Complete(new CompletionWord(wordToComplete), fakeBoundParameters)];
        }
        catch (Exception)
        {
            // Somebody is typing: there is nobody to tell, and the line may be left as it is.
            return [];
        }
    }

    /// <summary>The values that fit what was typed.</summary>
    /// <param name="word">What was typed.</param>
    /// <param name="bound">The other parameters, where their values are known.</param>
    private protected abstract IEnumerable<CompletionResult> Complete(CompletionWord word, IDictionary bound);

    /// <summary>The session in which Tab was pressed; a completer is not given it.</summary>
    private protected static SessionState Session =>
        ((EngineIntrinsics)PSObject.AsPSObject(ScriptBlock.Create("$ExecutionContext").InvokeReturnAsIs()).BaseObject).SessionState;

    private protected static CompletionResult Value(CompletionWord word, string value, string shown, string tip) =>
        new(word.Quote(value), shown, CompletionResultType.ParameterValue, tip.Length > 0 ? tip : value);
}
