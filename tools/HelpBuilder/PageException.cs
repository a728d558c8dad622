namespace SiliconFlow.HelpBuilder;

/// <summary>A page that is not as help pages must be.</summary>
/// <param name="file">The page's file.</param>
/// <param name="line">The line, from 1.</param>
/// <param name="message">What is wrong there.</param>
internal sealed class PageException(string file, int line, string message) : Exception(message)
{
    public int Line => line;

    /// <summary>The error in the form that MSBuild reads, so that the build names file and line.</summary>
    public string ForBuild => $"{file}({line}): error HELP001: {Message}";
}
