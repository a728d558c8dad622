using System.Management.Automation.Language;

namespace SiliconFlow.Video.Tests.Scripts;

/// <summary>Commands, parameters and values that came after Windows PowerShell 5.1, as far as scripts are likely to use them.</summary>
internal static class LaterCommands
{
    private static readonly HashSet<string> Commands = new(
        [
            "ConvertFrom-Markdown", "Get-Error", "Get-MarkdownOption", "Get-Uptime", "Join-String", "Remove-Alias", "Remove-Service", "Set-MarkdownOption",
            "Show-Markdown", "Start-ThreadJob", "Switch-Process", "Test-Json", "ConvertTo-CliXml", "ConvertFrom-CliXml", "Get-PSSubsystem",
        ],
        StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<string, string[]> Parameters = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Add-Content"] = ["AsByteStream"],
        ["ConvertFrom-Json"] = ["AsHashtable", "Depth", "NoEnumerate", "DateKind"],
        ["ConvertTo-Csv"] = ["IncludeTypeInformation", "QuoteFields", "UseQuotes", "NoHeader"],
        ["ConvertTo-Json"] = ["AsArray", "EnumsAsStrings", "EscapeHandling"],
        ["Export-Csv"] = ["IncludeTypeInformation", "QuoteFields", "UseQuotes", "NoHeader"],
        ["ForEach-Object"] = ["Parallel", "ThrottleLimit", "TimeoutSeconds", "AsJob", "UseNewRunspace"],
        ["Get-ChildItem"] = ["FollowSymlink"],
        ["Get-Content"] = ["AsByteStream"],
        ["Get-Random"] = ["Shuffle"],
        ["Import-Module"] = ["UseWindowsPowerShell", "SkipEditionCheck"],
        ["Invoke-RestMethod"] = Web,
        ["Invoke-WebRequest"] = Web,
        ["Join-Path"] = ["AdditionalChildPath"],
        ["Measure-Object"] = ["AllStats", "StandardDeviation"],
        ["New-Guid"] = ["Empty", "InputObject"],
        ["Out-String"] = ["NoNewline"],
        ["Select-Object"] = ["CaseInsensitive"],
        ["Select-String"] = ["Raw", "NoEmphasis", "Culture"],
        ["Set-Content"] = ["AsByteStream"],
        ["Sort-Object"] = ["Top", "Bottom", "Stable"],
        ["Split-Path"] = ["LeafBase", "Extension"],
        ["Start-Job"] = ["WorkingDirectory"],
        ["Start-Sleep"] = ["Duration"],
        ["Tee-Object"] = ["Encoding"],
        ["Test-Connection"] = ["TargetName", "Ping", "Traceroute", "MtuSize", "TcpPort"],
        ["Where-Object"] = ["Not"],
    };

    private static readonly string[] Encodings = ["utf8NoBOM", "utf8BOM", "ansi", "bigendianutf32"];

    private static string[] Web =>
    [
        "AllowInsecureRedirect", "AllowUnencryptedAuthentication", "Authentication", "ConnectionTimeoutSeconds", "CustomMethod", "FollowRelLink", "Form", "HttpVersion", "MaximumRetryCount",
        "NoProxy", "OperationTimeoutSeconds", "PreserveAuthorizationOnRedirect", "PreserveHttpMethodOnRedirect", "ResponseHeadersVariable", "Resume", "RetryIntervalSec",
        "SkipCertificateCheck", "SkipHeaderValidation", "SkipHttpErrorCheck", "SslProtocol", "StatusCodeVariable", "Token", "UnixSocket",
    ];

    /// <summary>What is later in a command; null where nothing is.</summary>
    public static string? Find(CommandAst command)
    {
        string? name = command.GetCommandName();
        string? parameter = name is not null && Parameters.TryGetValue(name, out string[]? later)
            ? command.CommandElements.OfType<CommandParameterAst>().Select(given => given.ParameterName).FirstOrDefault(given => later.Contains(given, StringComparer.OrdinalIgnoreCase))
            : null;
        string? encoding = command.CommandElements.OfType<StringConstantExpressionAst>().Select(given => given.Value).FirstOrDefault(given => Encodings.Contains(given, StringComparer.OrdinalIgnoreCase));
        return name is not null && Commands.Contains(name) ? $"the command {name}"
            : parameter is not null ? $"the parameter -{parameter} of {name}"
            : encoding is not null ? $"the encoding {encoding}"
            : null;
    }
}
