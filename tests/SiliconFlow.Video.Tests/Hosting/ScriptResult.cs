using System.Management.Automation;

namespace SiliconFlow.Video.Tests.Hosting;

/// <summary>What a script has written so far, and how it ended.</summary>
internal sealed record ScriptResult
{
    public required IReadOnlyList<PSObject> Output { get; init; }

    /// <summary>Errors that did not end the script.</summary>
    public required IReadOnlyList<ErrorRecord> Errors { get; init; }

    public required IReadOnlyList<string> Verbose { get; init; }

    public required IReadOnlyList<string> Warnings { get; init; }

    public required IReadOnlyList<ProgressRecord> Progress { get; init; }

    public required IReadOnlyList<string> Information { get; init; }

    /// <summary>The error that ended the script; a script that was stopped has none.</summary>
    public RuntimeException? Terminated { get; init; }

    /// <summary>Whether Ctrl+C ended the script.</summary>
    public bool Stopped { get; init; }

    /// <summary>The output as text, for scripts that write nothing else.</summary>
    public IEnumerable<string> Lines => Output.Select(item => item.ToString());

    /// <summary>Fails the test unless the script ran to its end without an error.</summary>
    public ScriptResult ThrowOnError()
    {
        Assert.Null(Terminated);
        Assert.Empty(Errors);
        Assert.False(Stopped);
        return this;
    }
}
