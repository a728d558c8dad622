using System.Management.Automation;

namespace SiliconFlow.Video.Commands;

/// <summary>The colours of states. They are the user's: <c>$PSStyle</c> holds them, and Windows PowerShell, which has none, shows none.</summary>
internal static class ViewColor
{
    /// <summary>What goes before and behind a status; nothing where it has no colour, or nobody would see one.</summary>
    internal static (string? Begin, string? End) Of(string status, EngineIntrinsics engine)
    {
        var style = engine.SessionState.PSVariable.GetValue("PSStyle");
        var rendering = Text(style, "OutputRendering");
        if (rendering is null or "PlainText" || (rendering != "Ansi" && !engine.Host.UI.SupportsVirtualTerminal))
        {
            return default;
        }

        var begin = status switch
        {
            nameof(SFVideoStatus.Succeeded) or nameof(SFVideoStatus.Saved) => Text(Member(style, "Foreground"), "Green"),
            nameof(SFVideoStatus.Failed) or nameof(SFVideoStatus.Rejected) => Text(Member(style, "Formatting"), "Error"),
            nameof(SFVideoStatus.OutcomeUnknown) => Text(Member(style, "Formatting"), "Warning"),
            _ => null,
        };
        return begin is null ? default : (begin, Text(style, "Reset"));
    }

    private static object? Member(object? item, string name) => item is null ? null : PSObject.AsPSObject(item).Properties[name]?.Value;

    private static string? Text(object? item, string name) => Member(item, name)?.ToString() is { Length: > 0 } text ? text : null;
}
