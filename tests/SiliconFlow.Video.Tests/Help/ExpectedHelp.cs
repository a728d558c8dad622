using System.Globalization;
using System.Management.Automation;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;

namespace SiliconFlow.Video.Tests.Help;

/// <summary>What a cmdlet's page has to say of its syntax and its parameters, as PlatyPS would write it.</summary>
internal static partial class ExpectedHelp
{
    private const int SyntaxWidth = 100;

    /// <summary>The content of the section SYNTAX.</summary>
    public static string Syntax(CmdletInfo cmdlet) => string.Join("\n\n", cmdlet.ParameterSets.Select(set =>
        $"### {set.Name}{(set.IsDefault ? " (Default)" : "")}\n\n```\n{Wrap(cmdlet, set)}\n```"));

    /// <summary>The parameters that have sections, in order. What is hidden from users has none.</summary>
    public static IEnumerable<ParameterMetadata> Parameters(CmdletInfo cmdlet) => cmdlet.Parameters.Values
        .Where(parameter => !Cmdlet.CommonParameters.Contains(parameter.Name) && !IsHidden(parameter))
        .OrderBy(parameter => parameter.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The YAML block of a parameter.</summary>
    public static string Yaml(CmdletInfo cmdlet, ParameterMetadata parameter) => string.Join('\n',
    [
        $"Type: {TypeName(parameter.ParameterType)}",
        $"DefaultValue: {Default(cmdlet, parameter)}",
        $"SupportsWildcards: {Lower(parameter.Attributes.OfType<SupportsWildcardsAttribute>().Any())}",
        .. List("Aliases", parameter.Aliases),
        "ParameterSets:",
        .. parameter.ParameterSets.SelectMany(set => Set(set.Key, set.Value)),
        "DontShow: false",
        .. List("AcceptedValues", AcceptedValues(parameter)),
        "HelpMessage: ''",
    ]);

    /// <summary>What comes down the pipeline: by value the types, by property name any object.</summary>
    public static IEnumerable<string> Inputs(CmdletInfo cmdlet)
    {
        var sets = cmdlet.Parameters.Values.SelectMany(parameter => parameter.ParameterSets.Values, (parameter, set) => (Type: parameter.ParameterType, Set: set)).ToArray();
        string[] inputs =
        [
            .. sets.Where(entry => entry.Set.ValueFromPipeline).Select(entry => TypeName(entry.Type.GetElementType() ?? entry.Type)).Distinct(),
            .. sets.Any(entry => entry.Set.ValueFromPipelineByPropertyName) ? ["System.Management.Automation.PSObject"] : Array.Empty<string>(),
        ];
        return inputs.Length > 0 ? inputs : ["None"];
    }

    private static string Wrap(CmdletInfo cmdlet, CommandParameterSetInfo set)
    {
        var lines = new StringBuilder(cmdlet.Name);
        var length = cmdlet.Name.Length;
        var parts = SyntaxPart().Matches(set.ToString()).Where(match => !cmdlet.Parameters.TryGetValue(match.Groups["name"].Value, out var parameter) || !IsHidden(parameter));
        foreach (var part in parts.Select(match => match.Value))
        {
            if (length + part.Length + 1 > SyntaxWidth)
            {
                lines.Append('\n');
                length = 0;
            }

            lines.Append(' ').Append(part);
            length += part.Length + 1;
        }

        return lines.ToString();
    }

    private static bool IsHidden(ParameterMetadata parameter) => parameter.Attributes.OfType<ParameterAttribute>().Any(attribute => attribute.DontShow);

    /// <summary>The value that a new command has, as YAML.</summary>
    private static string Default(CmdletInfo cmdlet, ParameterMetadata parameter)
    {
        if (parameter.ParameterType == typeof(SwitchParameter))
        {
            return "False";
        }

        var command = Activator.CreateInstance(cmdlet.ImplementingType)!;
        using var disposable = command as IDisposable;
        var value = cmdlet.ImplementingType.GetProperty(parameter.Name, BindingFlags.Public | BindingFlags.Instance)?.GetValue(command);
        var text = value is Array list ? string.Join(", ", list.Cast<object>()) : string.Create(CultureInfo.InvariantCulture, $"{value}");
        return text.Length == 0 ? "None" : text.StartsWith('*') ? $"'{text}'" : text;
    }

    private static IEnumerable<string> AcceptedValues(ParameterMetadata parameter)
    {
        var type = parameter.ParameterType.GetElementType() ?? parameter.ParameterType;
        return parameter.Attributes.OfType<ValidateSetAttribute>().SingleOrDefault() is { } set ? set.ValidValues.Where(value => value.Length > 0)
            : type.IsEnum ? Enum.GetNames(type)
            : [];
    }

    private static string TypeName(Type type) => Nullable.GetUnderlyingType(type) is { } inner ? $"System.Nullable`1[{inner.FullName}]" : type.FullName!;

    private static string[] Set(string name, ParameterSetMetadata set) =>
    [
        $"- Name: {(name == ParameterAttribute.AllParameterSets ? "(All)" : name)}",
        $"  Position: {(set.Position < 0 ? "Named" : set.Position)}",
        $"  IsRequired: {Lower(set.IsMandatory)}",
        $"  ValueFromPipeline: {Lower(set.ValueFromPipeline)}",
        $"  ValueFromPipelineByPropertyName: {Lower(set.ValueFromPipelineByPropertyName)}",
        $"  ValueFromRemainingArguments: {Lower(set.ValueFromRemainingArguments)}",
    ];

    private static string[] List(string name, IEnumerable<string> values)
    {
        string[] lines = [.. values.Select(value => $"- {value}")];
        return lines.Length == 0 ? [$"{name}: []"] : [$"{name}:", .. lines];
    }

    private static string Lower(bool value) => value ? "true" : "false";

    [GeneratedRegex(@"\[*-(?<name>\w+)\]*( <[^>]*>\]*)?|\[<CommonParameters>\]")]
    private static partial Regex SyntaxPart();
}
