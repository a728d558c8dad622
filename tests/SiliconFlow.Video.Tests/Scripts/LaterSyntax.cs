using System.Management.Automation.Language;
using System.Text.RegularExpressions;

namespace SiliconFlow.Video.Tests.Scripts;

/// <summary>Finds in a script what Windows PowerShell 5.1 does not know: syntax, variables, commands and parameters of later versions.</summary>
internal static partial class LaterSyntax
{
    private static readonly HashSet<TokenKind> Tokens =
        [TokenKind.QuestionMark, TokenKind.QuestionQuestion, TokenKind.QuestionQuestionEquals, TokenKind.QuestionDot, TokenKind.QuestionLBracket, TokenKind.AndAnd, TokenKind.OrOr];

    private static readonly HashSet<string> Variables = new(
        ["IsWindows", "IsLinux", "IsMacOS", "IsCoreCLR", "PSStyle", "EnabledExperimentalFeatures", "PSNativeCommandUseErrorActionPreference", "PSNativeCommandArgumentPassing"],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>What is later in a script, each with its line.</summary>
    public static IReadOnlyList<string> In(string script)
    {
        // The parser looks up the types that a script catches, and the engine remembers what it finds for the whole process. Here it
        // would find the tests' own copy of the module, and scripts of other tests would no longer catch the module's errors.
        script = script.Replace("[SiliconFlow.Video.", "[NotLoaded.", StringComparison.Ordinal);
        ScriptBlockAst ast = Parser.ParseInput(script, out Token[] tokens, out ParseError[] errors);
        return
        [
            .. errors.Select(error => Tell(error.Extent, error.Message)),
            .. Flatten(tokens).SelectMany(OfToken),
            .. ast.FindAll(_ => true, searchNestedScriptBlocks: true).SelectMany(OfNode),
        ];
    }

    // Tokens within strings in double quotes hang from the string's.
    private static IEnumerable<Token> Flatten(IEnumerable<Token> tokens) => tokens.SelectMany(token => token is StringExpandableToken { NestedTokens: { } nested } ? [token, .. Flatten(nested)] : (Token[])[token]);

    private static IEnumerable<string> OfToken(Token token)
    {
        if (Tokens.Contains(token.Kind))
        {
            yield return Tell(token.Extent, $"the token {token.Kind}");
        }

        if (token is NumberToken && LaterNumber().IsMatch(token.Text))
        {
            yield return Tell(token.Extent, $"the form of the number {token.Text}");
        }

        if (token is StringExpandableToken && (token.Text.Contains("`e", StringComparison.Ordinal) || token.Text.Contains("`u{", StringComparison.Ordinal)))
        {
            yield return Tell(token.Extent, "an escape in a string");
        }
    }

    private static IEnumerable<string> OfNode(Ast node)
    {
        string? found = node switch
        {
            ScriptBlockAst { CleanBlock: not null } => "a clean block",
            PipelineAst { Background: true } => "a pipeline in the background",
            VariableExpressionAst { VariablePath: { IsUnscopedVariable: true, UserPath: { } name } } when Variables.Contains(name) => $"the variable ${name}",
            CommandAst command => LaterCommands.Find(command),
            _ => null,
        };
        return found is null ? [] : [Tell(node.Extent, found)];
    }

    [GeneratedRegex("^0b|[uysn]", RegexOptions.IgnoreCase)]
    private static partial Regex LaterNumber();

    private static string Tell(IScriptExtent extent, string what) => $"line {extent.StartLineNumber}: {what}";
}
