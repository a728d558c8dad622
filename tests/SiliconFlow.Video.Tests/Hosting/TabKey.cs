using System.Management.Automation;

namespace SiliconFlow.Video.Tests.Hosting;

/// <summary>Presses the Tab key at the end of a line.</summary>
internal static class TabKey
{
    /// <summary>What is offered, as it would stand in the line.</summary>
    public static string[] Tab(this ModuleRunspace session, string line) => [.. session.Offers(line).Select(offer => offer.CompletionText)];

    /// <summary>What is offered.</summary>
    public static CompletionResult[] Offers(this ModuleRunspace session, string line) =>
    [
        .. session.Run(
            "[System.Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null).CompletionMatches",
            variables: new Dictionary<string, object?> { ["line"] = line }).ThrowOnError().Output.Select(match => (CompletionResult)match.BaseObject),
    ];
}
