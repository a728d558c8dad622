using System.Management.Automation.Language;
using System.Text.RegularExpressions;

namespace SiliconFlow.TryIt;

/// <summary>Writes the call of a script file as PowerShell text, so that PowerShell itself tells switches from parameters with a value.</summary>
internal static partial class ScriptCall
{
    /// <summary>The call.</summary>
    /// <param name="words">The script's path, then its arguments as the command line gave them.</param>
    /// <exception cref="FormatException">There is no such file.</exception>
    public static string ToText(IReadOnlyList<string> words)
    {
        var path = Path.GetFullPath(words[0]);
        return File.Exists(path)
            ? $"& {Quote(path)} {string.Join(' ', words.Skip(1).Select(word => Parameter().IsMatch(word) ? word : Quote(word)))}"
            : throw new FormatException($"There is no file '{path}'.");
    }

    /// <summary>A text as PowerShell takes it literally.</summary>
    public static string Quote(string text) => $"'{CodeGeneration.EscapeSingleQuotedStringContent(text)}'";

    [GeneratedRegex(@"^-[A-Za-z]\w*(:(\$true|\$false)?)?\z", RegexOptions.IgnoreCase)]
    private static partial Regex Parameter();
}
